import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { EncryptionSalt, encryptionSaltId } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { writeFileAtomically } from '@ichor/std/node';
import { paths } from '../../paths.ts';
import { publish } from '../publish.ts';

/** Random bytes that the keys of this machine's disks are derived with: made once and kept on STATE. */
export const encryptionSaltController: Controller = reconciling({
	name: 'secrets.EncryptionSaltController',
	inputs: [],
	outputs: [{ type: EncryptionSalt.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		await publish(runtime, EncryptionSalt, encryptionSaltId, { diskSalt: await salt() });
	},
});

async function salt(): Promise<readonly number[]> {
	const text = await readFile(paths.encryptionSalt, 'utf8').catch(() => '');
	const kept = [...text.matchAll(/^ +- (\d+)$/gm)].map(([, byte]) => Number(byte));
	if (kept.length > 0) return kept;
	const made = [...randomBytes(saltLength)];
	await writeFileAtomically(paths.encryptionSalt, `diskSalt:\n${made.map((byte) => `    - ${byte}\n`).join('')}`, 0o600);
	return made;
}

/** Bytes (upstream's constants.DiskEncryptionSaltSize). */
const saltLength = 32;
