/** Keeps the best `limit` items that were added, in a heap with the worst of them on top. */
export class TopK {
    heap = [];
    limit;
    /** Whether `a` is better than `b`. */
    before;
    constructor(limit, before) {
        this.limit = limit;
        this.before = before;
    }
    /** The worst item kept; `undefined` while there are fewer than `limit`. */
    get worst() {
        return this.heap.length < this.limit ? undefined : this.heap[0];
    }
    /** Keeps the item, in place of the worst one, if it is better or there is room. */
    add(item) {
        if (this.heap.length < this.limit)
            this.up(item, this.heap.push(item) - 1);
        else if (this.limit > 0 && this.before(item, this.heap[0]))
            this.down(item);
    }
    /** The items kept, best first. */
    sorted() {
        return [...this.heap].sort((a, b) => (this.before(a, b) ? -1 : 1));
    }
    up(item, from) {
        let at = from;
        while (at > 0) {
            const parent = (at - 1) >> 1;
            if (!this.before(this.heap[parent], item))
                break;
            this.heap[at] = this.heap[parent];
            at = parent;
        }
        this.heap[at] = item;
    }
    down(item) {
        const { heap } = this;
        let at = 0;
        for (;;) {
            let child = at * 2 + 1;
            if (child >= heap.length)
                break;
            if (child + 1 < heap.length && this.before(heap[child], heap[child + 1]))
                child += 1;
            if (!this.before(item, heap[child]))
                break;
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = item;
    }
}
