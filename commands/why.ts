import { questionCommand } from '../src/discord/question-command.ts';

export default questionCommand('why', 'about');
