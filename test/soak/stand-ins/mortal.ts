/** The server itself, until it ends in the middle of its work. */
setTimeout(() => process.exit(7), 10_000);

import '../../../src/main';
