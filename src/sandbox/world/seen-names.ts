/**
 * The names that somebody asked for, by the number that stands for them inside ids, so that a bare
 * id leads back to the handle, hashtag or keyword whose list it came from. Bounded: the name that
 * was unused for longest goes first, and a name made from the number takes its place.
 */
export class SeenNames {
  private readonly names = new Map<number, string>();

  constructor(private readonly capacity: number) {}

  remember(number: number, name: string): void {
    this.names.delete(number);
    this.names.set(number, name);
    if (this.names.size <= this.capacity) return;
    const oldest = this.names.keys().next();
    if (oldest.done !== true) this.names.delete(oldest.value);
  }

  recall(number: number): string | undefined {
    return this.names.get(number);
  }

  get size(): number {
    return this.names.size;
  }
}
