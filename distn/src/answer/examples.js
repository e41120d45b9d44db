import { headOf, requireName } from '../index/lexicon/lexicon.js';
const SHOWN = 3;
/** The names that the archive mentions most, as examples of what it can be asked about. */
export function exampleNames(lexicon) {
    return lexicon.namesFrom('', SHOWN).map((key) => {
        const { spellings, sentences } = requireName(lexicon, key);
        return { name: headOf(spellings), sentences };
    });
}
