interface Piece {
  readonly start: number;
  readonly bytes: Buffer;
}

/** The stretch of a file that is in memory: grows at its end, is let go of at its beginning. */
export class ByteWindow {
  private readonly pieces: Piece[] = [];
  /** Behind the last byte. */
  end: number;

  constructor(first: number) {
    this.end = first;
  }

  get start(): number {
    return this.pieces[0]?.start ?? this.end;
  }

  get sizeBytes(): number {
    return this.end - this.start;
  }

  append(bytes: Buffer): void {
    this.pieces.push({ start: this.end, bytes });
    this.end += bytes.length;
  }

  /** What is held from a byte on, as far as the piece goes that holds it. */
  from(position: number): Buffer | undefined {
    if (position < this.start || position >= this.end) return undefined;
    const piece = this.pieces[this.indexOf(position)];
    return piece?.bytes.subarray(position - piece.start);
  }

  /** Lets go of whole pieces that end before this byte. */
  dropBefore(position: number): void {
    if (position <= this.start) return;
    const index = position >= this.end ? this.pieces.length : this.indexOf(position);
    this.pieces.splice(0, index);
  }

  private indexOf(position: number): number {
    let low = 0;
    let high = this.pieces.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.pieces[middle]?.start ?? Infinity) <= position) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
