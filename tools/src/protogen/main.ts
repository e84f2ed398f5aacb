import { fileURLToPath } from 'node:url';
import { checkGenerated, generate } from './protogen.ts';

/**
 * `npm run generate`: writes packages/api/src/gen from proto/, and proto/lock.binpb.gz. With `--check` it compares
 * instead of writing. Either way it refuses a proto/ that breaks a wire of the lock; delete the lock to break one on purpose.
 */
const root = fileURLToPath(new URL('../../..', import.meta.url));
const problems = process.argv.includes('--check') ? await checkGenerated(root) : await generate(root);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
