import { csv, text } from './command/flag-kinds.ts';

/** The flags of every command that reads the talosconfig or talks to nodes. */
export const clientFlags = {
	talosconfig: text(
		'talosconfig',
		'the talosconfig to use; without it $TALOSCONFIG, then $HOME/.talos/config, then /var/run/secrets/talos.dev/config',
	),
	nodes: csv('nodes', 'the nodes that the command is about', { shorthand: 'n', completion: { kind: 'known', what: 'members' } }),
	endpoints: csv('endpoints', 'where to connect to, instead of the endpoints of the context', {
		shorthand: 'e',
		completion: { kind: 'nothing' },
	}),
	cluster: text('cluster', 'the cluster to reach through a proxy endpoint', { shorthand: 'c', completion: { kind: 'nothing' } }),
	context: text('context', 'the context of the talosconfig to use', { completion: { kind: 'contexts' } }),
	siderov1KeysDir: text('siderov1-keys-dir', 'the folder of the SideroV1 keys; without it $SIDEROV1_KEYS_DIR, then $HOME/.talos/keys', {
		completion: { kind: 'folders' },
	}),
};
