import { noArguments } from '../command/arguments.ts';
import { type Command, defineCommand } from '../command/command.ts';
import { toggle } from '../command/flag-kinds.ts';

export const completionBash = completionOf(
	`For bash 4 and later. In this shell:

	source <(ichor completion bash)

In every shell: write it to /etc/bash_completion.d/ichor, or to ~/.local/share/bash-completion/completions/ichor.
With \`alias talosctl=ichor\`, also: complete -o default -F __ichor talosctl`,
	async () => (await import('../completion/bash.ts')).bashScript,
);

export const completionFish = completionOf(
	`For fish 3 and later. In this shell:

	ichor completion fish | source

In every shell: write it to ~/.config/fish/completions/ichor.fish.`,
	async () => (await import('../completion/fish.ts')).fishScript,
);

export const completionZsh = completionOf(
	`For zsh, with compinit loaded. In this shell:

	source <(ichor completion zsh)

In every shell: write it to a file named _ichor in a folder of $fpath.
With \`alias talosctl=ichor\`, also: compdef _ichor talosctl`,
	async () => (await import('../completion/zsh.ts')).zshScript,
);

function completionOf(long: string, load: () => Promise<(request: string) => string>): Command {
	return defineCommand({
		long,
		args: noArguments,
		completion: { kind: 'nothing' },
		flags: { bare: toggle('no-descriptions', 'complete names only, without a word about each') },
		async run({ flags, terminal }) {
			const script = await load();
			terminal.out(script(flags.bare ? '__completeNoDesc' : '__complete'));
		},
	});
}
