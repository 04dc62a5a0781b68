/**
 * Has V8 compile `process.nextTick` before anything else calls it. Node makes an object with computed names in it,
 * and V8 (11.3, in Node 20) is quick with those only as long as it has seen them in one form: while a large program
 * starts, there come to be two, and from then on every call of every request takes the slow way (a tenth of the time
 * of a hit, by profile). What is compiled while there is one stays quick.
 */
const calls = 20_000;

for (let call = 0; call < calls; call += 1) process.nextTick(() => undefined);
