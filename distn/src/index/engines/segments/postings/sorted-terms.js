/** Terms in the order of their UTF-16 units, sorted on demand: new ones are merged in. */
export class SortedTerms {
    sorted = [];
    added = [];
    /** Adds a term, which must be new. */
    add(term) {
        this.added.push(term);
    }
    all() {
        if (this.added.length > 0) {
            // Two sorted runs are merged in linear time by the engine's own sort (TimSort).
            const added = this.added.sort();
            this.sorted = this.sorted.length === 0 ? added : this.sorted.concat(added).sort();
            this.added = [];
        }
        return this.sorted;
    }
    /** The index of the first term that is not before `term`; the number of terms where there is none. */
    placeOf(term) {
        const terms = this.all();
        let low = 0;
        let high = terms.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            if (terms[middle] < term)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
