import { messageOf } from '@ichor/std';
import { ProgramError, runProgram } from '@ichor/std/node';
import { ImagerError } from './errors.ts';

/** Runs the Go tool. Throws ImagerError `tool` when there is none, `build` with what it printed when it fails. */
export async function goCommand(args: readonly string[], options: Parameters<typeof runProgram>[2]): Promise<string> {
	try {
		return await runProgram('go', args, options);
	} catch (error) {
		if (!(error instanceof ProgramError) || error.code === 'cancelled') throw error;
		if (error.code === 'missing') throw new ImagerError('tool', 'go is not installed: install Go 1.26 or newer', { cause: error });
		throw new ImagerError('build', error.message, { cause: error });
	}
}

/**
 * A released module on this machine: its checksum in the database's words, and the folder that it is unpacked in.
 *
 * @throws ImagerError `build` when no module proxy has it, with what Go says about it and what gets it
 */
export async function downloadModule(module: string, version: string): Promise<{ readonly Sum: string; readonly Dir: string }> {
	const options = { cwd: '/', env: { GOWORK: 'off' } };
	const name = `${module}@${version}`;
	try {
		return JSON.parse(await goCommand(['mod', 'download', '-json', name], options)) as { Sum: string; Dir: string };
	} catch (error) {
		if (!(error instanceof ImagerError) || error.code !== 'build') throw error;
		// with -json, Go says why on standard output, where it is lost
		const reason = await goCommand(['mod', 'download', name], options).then(() => '', messageOf);
		throw new ImagerError(
			'build',
			`cannot download ${name}; \`go mod download ${name}\` shows why, with GOPROXY set to a proxy that has it\n${reason}`,
			{
				cause: error,
			},
		);
	}
}
