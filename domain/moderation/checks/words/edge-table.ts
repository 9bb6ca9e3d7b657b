/** (node, character) → node, as open addressing in typed arrays: a Map of a million entries would cost ten times the memory. */
export class EdgeTable {
  private readonly mask: number;
  private readonly keys: Float64Array;
  private readonly nodes: Int32Array;

  constructor(edges: number) {
    const slots = 2 ** Math.ceil(Math.log2(edges * 2 + 2));
    this.mask = slots - 1;
    this.keys = new Float64Array(slots).fill(-1);
    this.nodes = new Int32Array(slots);
  }

  /** The node an edge leads to, or -1. */
  get(node: number, unit: number): number {
    const slot = this.slot(node * 65_536 + unit);
    return this.keys[slot] === -1 ? -1 : (this.nodes[slot] ?? -1);
  }

  set(node: number, unit: number, next: number): void {
    const key = node * 65_536 + unit;
    const slot = this.slot(key);
    this.keys[slot] = key;
    this.nodes[slot] = next;
  }

  private slot(key: number): number {
    let slot =
      (Math.imul(key % 4_294_967_296, 2_654_435_761) ^ Math.imul(Math.floor(key / 65_536), 40_503)) &
      this.mask;
    while (this.keys[slot] !== -1 && this.keys[slot] !== key) slot = (slot + 1) & this.mask;
    return slot;
  }
}
