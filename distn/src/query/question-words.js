/** The kind of question that a folded word asks; "how" needs another word to be of a kind. */
export const KIND_OF = new Map([
    ['who', 'who'],
    ['whom', 'who'],
    ['whose', 'who'],
    ['what', 'what'],
    ['which', 'what'],
    ['where', 'where'],
    ['when', 'when'],
    ['why', 'why'],
    ['how', 'ask'],
]);
const AUXILIARIES = new Set(`is are was were am do does did has have had will would can could should shall may might must isnt arent wasnt werent
  dont doesnt didnt hasnt havent hadnt wont wouldnt cant couldnt shouldnt`.split(/\s+/));
/** Verbs that open a request: "describe the attack". */
const IMPERATIVES = new Set('describe explain summarize summarise list outline define tell show give name please'.split(' '));
export function isQuestionWord(folded) {
    return KIND_OF.has(folded);
}
export function isAuxiliary(folded) {
    return AUXILIARIES.has(folded);
}
export function isImperative(folded) {
    return IMPERATIVES.has(folded);
}
