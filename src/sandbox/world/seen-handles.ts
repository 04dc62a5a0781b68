import type { Tag } from './handles';

/**
 * Handles that somebody asked for, by tag, so that a bare post id leads back to the author whose
 * list it came from. Bounded: the longest unused handle goes first.
 */
export class SeenHandles {
  private readonly handles = new Map<Tag, string>();

  constructor(private readonly capacity: number) {}

  remember(tag: Tag, handle: string): void {
    this.handles.delete(tag);
    this.handles.set(tag, handle);
    if (this.handles.size <= this.capacity) return;
    const oldest = this.handles.keys().next();
    if (oldest.done !== true) this.handles.delete(oldest.value);
  }

  recall(tag: Tag): string | undefined {
    return this.handles.get(tag);
  }

  get size(): number {
    return this.handles.size;
  }
}
