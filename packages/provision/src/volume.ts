import { existsSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '@ichor/std';
import { runProgram } from '@ichor/std/node';

/** A sparse ext4 image, made when it is not there and mounted through a loop device that goes when the mount goes. */
export async function mountVolume(context: Context, folder: string, name: string, size: number): Promise<string> {
	const image = join(folder, `${name}.img`);
	const target = join(folder, 'mounts', name);
	await mkdir(target, { recursive: true });
	if (!existsSync(image)) {
		const file = await open(image, 'wx', 0o600);
		await file.truncate(size);
		await file.close();
		await runProgram(
			'mkfs.ext4',
			['-q', '-F', '-m', '0', '-L', name.toUpperCase(), '-E', 'lazy_itable_init=1,lazy_journal_init=1,nodiscard', image],
			{
				signal: context.signal,
			},
		);
	}
	await runProgram('mount', ['-o', 'loop,nodev', '-t', 'ext4', image, target], { signal: context.signal });
	return target;
}

export async function unmountVolume(context: Context, folder: string, name: string): Promise<void> {
	await runProgram('umount', ['--lazy', join(folder, 'mounts', name)], { signal: context.signal });
}
