import { spawn } from 'node:child_process';

/** Runs a program to its end and returns its exit code and everything that it printed. No shell. */
export async function runProgram(command: string, args: readonly string[], cwd: string): Promise<{ code: number; output: string }> {
	return await new Promise((resolve, reject) => {
		const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
		const chunks: Buffer[] = [];
		child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
		child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
		child.on('error', reject);
		child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }));
	});
}
