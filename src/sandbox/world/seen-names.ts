/**
 * The names that somebody asked for, by the number that stands for them inside ids, so that a bare
 * id leads back to the handle, hashtag or keyword whose list it came from. Bounded: the name that
 * was unused for longest goes first, and a name made from the number takes its place.
 */
export class SeenNames<Key = number> {
  private readonly names = new Map<Key, string>();

  constructor(private readonly capacity: number) {}

  remember(key: Key, name: string): void {
    this.names.delete(key);
    this.names.set(key, name);
    if (this.names.size <= this.capacity) return;
    const oldest = this.names.keys().next();
    if (oldest.done !== true) this.names.delete(oldest.value);
  }

  recall(key: Key): string | undefined {
    return this.names.get(key);
  }

  get size(): number {
    return this.names.size;
  }
}
