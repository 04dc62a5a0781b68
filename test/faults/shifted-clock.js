// Loaded before a server (`--require`): moves the clock of that process by as many milliseconds as it is told.
const RealDate = Date;
let shiftMs = 0;

class ShiftedDate extends RealDate {
  constructor(...parts) {
    if (parts.length > 0) super(...parts);
    else super(ShiftedDate.now());
  }

  static now() {
    return RealDate.now() + shiftMs;
  }
}

globalThis.Date = ShiftedDate;

process.on('message', (message) => {
  shiftMs = message.shiftMs;
  process.send({ shiftMs });
});
// Who tells the time keeps nobody from ending.
process.channel.unref();
