/** `npm start`: runs the demo until it is stopped, and prints its one address. */
import {startDemo} from './demo.js';

const server = await startDemo(Number(process.env['PORT'] ?? 8080)).catch(() => startDemo());
console.log(`\nThe demo portal is at ${server.url}/\n\nPress Ctrl and C to stop it.`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void server.close().then(() => process.exit(0));
  });
}
