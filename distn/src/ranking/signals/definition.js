/**
 * The keyword query "/who SANA" is answered by what says who or what it is ("the news agency SANA", "SANA, the …"), best in the
 * words in which most articles say it.
 */
export const definition = {
    name: 'definition',
    value: (evidence, { question }, peers) => (question.expects === 'place' ? 0 : described(evidence, peers)),
};
/** "/where Ma'asaran" is answered by what says where it lies: "Ma'asaran town in Idlib", "the northern city of Aleppo". */
export const placed = {
    name: 'placed',
    value: (evidence, { question }, peers) => (question.expects === 'place' ? described(evidence, peers) : 0),
};
/** What nobody else says counts for so much of what all say. */
const SAID_ONCE = 0.6;
function described({ description }, { descriptions }) {
    if (!description)
        return 0;
    return description.value * (SAID_ONCE + (1 - SAID_ONCE) * (descriptions.get(description.key) ?? 0));
}
