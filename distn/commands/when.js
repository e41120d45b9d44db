import { questionCommand } from '../src/discord/commands/question-command.js';
export default questionCommand('when', 'about');
