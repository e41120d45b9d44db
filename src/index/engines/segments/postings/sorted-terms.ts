/** Terms in the order of their UTF-16 units, sorted when they are asked for: what is new is merged in. */
export class SortedTerms {
  private sorted: string[] = [];
  private added: string[] = [];

  /** The term must be new. */
  add(term: string): void {
    this.added.push(term);
  }

  all(): readonly string[] {
    if (this.added.length > 0) {
      // Two sorted runs are merged in linear time by the engine's own sort (TimSort).
      const added = this.added.sort();
      this.sorted = this.sorted.length === 0 ? added : this.sorted.concat(added).sort();
      this.added = [];
    }
    return this.sorted;
  }

  /** Where the first term that is not before `term` stands. */
  placeOf(term: string): number {
    const terms = this.all();
    let low = 0;
    let high = terms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (terms[middle]! < term) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
