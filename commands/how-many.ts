import { questionCommand } from '../src/discord/commands/question-command.ts';

export default questionCommand('how-many', 'about');
