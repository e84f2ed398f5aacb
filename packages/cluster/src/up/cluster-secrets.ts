import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { decodeSecrets, encodeSecrets, generateSecrets, type SecretsBundle } from '@ichor/machinery/secrets';
import { writeFileAtomically } from '@ichor/std/node';

/** The secrets of the cluster whose file this is; made when there is none. For the owner only. */
export async function clusterSecrets(path: string): Promise<SecretsBundle> {
	if (existsSync(path)) return decodeSecrets(await readFile(path), path);
	const secrets = await generateSecrets({ now: new Date() });
	await writeFileAtomically(path, encodeSecrets(secrets), 0o600);
	return secrets;
}
