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

/** A released module on this machine: its checksum in the database's words, and the folder that it is unpacked in. */
export async function downloadModule(module: string, version: string): Promise<{ readonly Sum: string; readonly Dir: string }> {
	const said = await goCommand(['mod', 'download', '-json', `${module}@${version}`], { cwd: '/', env: { GOWORK: 'off' } });
	return JSON.parse(said) as { Sum: string; Dir: string };
}
