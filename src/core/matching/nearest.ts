/** What comes next, by distance or time: a binary heap of numbered things. One may stand in it more than once. */
export class Nearest {
  #items = new Int32Array(64);
  #keys = new Float64Array(64);
  #size = 0;
  clear(): void { this.#size = 0; }
  get size(): number { return this.#size; }
  get key(): number { return this.#keys[0]!; }
  push(item: number, key: number): void {
    if (this.#size === this.#items.length) {
      const [items, keys] = [new Int32Array(2 * this.#size), new Float64Array(2 * this.#size)];
      items.set(this.#items);
      keys.set(this.#keys);
      [this.#items, this.#keys] = [items, keys];
    }
    let at = this.#size++;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (this.#keys[up]! <= key) break;
      this.#items[at] = this.#items[up]!;
      this.#keys[at] = this.#keys[up]!;
      at = up;
    }
    this.#items[at] = item;
    this.#keys[at] = key;
  }
  pop(): number {
    const first = this.#items[0]!;
    this.#size -= 1;
    const [item, key] = [this.#items[this.#size]!, this.#keys[this.#size]!];
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= this.#size) break;
      if (down + 1 < this.#size && this.#keys[down + 1]! < this.#keys[down]!) down += 1;
      if (this.#keys[down]! >= key) break;
      this.#items[at] = this.#items[down]!;
      this.#keys[at] = this.#keys[down]!;
      at = down;
    }
    this.#items[at] = item;
    this.#keys[at] = key;
    return first;
  }
}
