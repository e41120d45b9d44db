import { fold } from '../text/tokens/fold.js';
const set = (words) => new Set(words.split(/\s*,\s*/).map(phraseOf));
/** In the languages that Ibid speaks: en de es fr pt ru tr uk. */
const GREETINGS = set(`hi, hello, hey, hi there, hello there, good morning, good evening, thanks, thank you, thx, ty, bye, ok, hallo, guten tag,
  guten morgen, danke, hola, buenos días, buenas tardes, gracias, bonjour, salut, bonsoir, merci, olá, oi, bom dia, boa
  tarde, obrigado, obrigada, привет, здравствуйте, здравствуй, спасибо, добрый день, merhaba, selam, teşekkürler,
  teşekkür ederim, günaydın, привіт, вітаю, дякую, добрий день`);
const HELP = set(`help, help me, help please, how does this work, what can you do, what can i ask, how do i use this, commands, usage, hilfe,
  was kannst du, ayuda, qué puedes hacer, aide, que peux tu faire, ajuda, o que você pode fazer, помощь, помоги, что ты
  умеешь, yardım, ne yapabilirsin, допомога, допоможи, що ти вмієш`);
/** What goes on from a question before. */
const GOES_ON = set('and, und, y, e, et, и, а, ve, і, й, та');
const PREPOSITIONS = set(`in, on, at, after, before, since, for, during, from, im, nach, vor, seit, en, después de, dans, après, avant, depuis, em, no,
  na, depois, antes, в, во, после, до, на, у, після, sonra, önce`);
const ASKING_BACK = /^(?:what|how) about (?:him|her|them|it|that|this|those|these|there)$/;
/** "And in 2016?": as many words as one that goes on has. */
const LONGEST = 5;
/** What was typed that asks nothing of the archive, or else `undefined`; `isEmpty`: it asks, and names nothing. */
export function intentOf(text, words, isEmpty) {
    const phrase = phraseOf(text);
    if (GREETINGS.has(phrase))
        return 'greeting';
    if (HELP.has(phrase))
        return 'help';
    if (isEmpty || ASKING_BACK.test(phrase))
        return 'follow-up';
    const [first = '', second = ''] = phrase.split(' ');
    const goesOn = GOES_ON.has(first) && (PREPOSITIONS.has(second) || text.trimEnd().endsWith('?'));
    return goesOn && words.length <= LONGEST ? 'follow-up' : undefined;
}
function phraseOf(text) {
    return text
        .split(/[^\p{L}\p{M}\p{N}'’]+/u)
        .map(fold)
        .filter((word) => word !== '')
        .join(' ');
}
