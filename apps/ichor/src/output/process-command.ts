import type { ProcessInfo } from '@ichor/api/machine';

/** The arguments with the program's path in place of its bare name; the kernel's name of a process that has none. */
export function processCommand({ executable, command, args }: Pick<ProcessInfo, 'executable' | 'command' | 'args'>): string {
	const [name] = args.split(/\s+/).filter((word) => word !== '');
	const [program = ''] = executable.split(/\s+/);
	const full =
		executable === '' ? command : name !== undefined && name === program.split('/').at(-1) ? args.replace(name, executable) : args;
	return full.replaceAll(/[^ -~]/gu, ' ');
}
