import { existsSync } from 'node:fs';
import { glob, readdir, readFile } from 'node:fs/promises';
import { type ClusterFolder, isInstalled, readHostParameters } from '@ichor/provision';
import { runProgram } from '@ichor/std/node';

/**
 * Everything on this host that is of a cluster, or that its nodes may have left where it is not theirs: processes, mounts,
 * links, network namespaces, cgroups, loop devices, files, the packet filter's rules and the kernel's parameters.
 * Compared before and after: the same for a cluster that leaves nothing.
 */
export async function traces(folder: ClusterFolder): Promise<readonly string[]> {
	const found = await Promise.all([processes(folder), links(folder), namespaces(), cgroups(folder), loopDevices(folder), shared()]);
	return [...found.flat(), ...[folder.path, folder.supervisorSocket].filter((path) => existsSync(path))];
}

async function processes(folder: ClusterFolder): Promise<readonly string[]> {
	const found: string[] = [];
	for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
		const [command, mounts, groups] = await Promise.all(['cmdline', 'mountinfo', 'cgroup'].map((file) => textOf(`/proc/${pid}/${file}`)));
		if (command?.includes(folder.path) || groups?.includes(folder.cgroupParent)) found.push(`process ${pid}: ${command}`);
		if (mounts?.includes(folder.path)) found.push(`mount seen by ${pid}`);
	}
	return found;
}

/** Its bridge, and whatever hangs on it. */
async function links(folder: ClusterFolder): Promise<readonly string[]> {
	const lines = (await runProgram('ip', ['-oneline', 'link'])).split('\n');
	return lines.filter((line) => line.includes(folder.bridge)).map((line) => `link ${line}`);
}

/** Those that the host has a name for: a name that only some mount namespace has would be a dead one here. */
async function namespaces(): Promise<readonly string[]> {
	const names = existsSync('/run/netns') ? await readdir('/run/netns') : [];
	return names.map((name) => `network namespace ${name}`);
}

/** Those of its nodes and pods, and those of pods that would be nobody's. */
async function cgroups(folder: ClusterFolder): Promise<readonly string[]> {
	const found: string[] = [];
	for await (const path of glob(`/sys/fs/cgroup/**/{${folder.cgroupParent},kubepods*,podruntime*}`)) {
		if (path.includes(folder.cgroupParent) || !path.includes('/ichor-')) found.push(`cgroup ${path}`);
	}
	return found;
}

async function loopDevices(folder: ClusterFolder): Promise<readonly string[]> {
	const found: string[] = [];
	for await (const file of glob('/sys/block/loop*/loop/backing_file')) {
		if ((await textOf(file))?.includes(folder.path)) found.push(`loop device ${file}`);
	}
	return found;
}

/** What is the host's own: mounts of the kubelet and of network namespaces, filter rules, and parameters of the kernel. */
async function shared(): Promise<readonly string[]> {
	const mounts = ((await textOf('/proc/self/mountinfo')) ?? '').split('\n').filter((line) => /kubelet| - nsfs /.test(line));
	const rules = isInstalled('nft') ? (await runProgram('nft', ['list', 'ruleset'])).split('\n') : [];
	const tables = ((await textOf('/proc/net/ip_tables_names')) ?? '').split('\n').filter((name) => name !== '');
	// while another cluster of this host runs, what counts is what will be put back when it ends
	const record = await textOf('/run/ichor-host-parameters.json');
	const parameters =
		record === undefined
			? [...(await readHostParameters())]
			: Object.entries((JSON.parse(record) as { readonly values: Readonly<Record<string, string>> }).values);
	const network = await Promise.all(
		['ipv4/ip_forward', 'ipv6/conf/all/forwarding', 'netfilter/nf_conntrack_max', 'core/somaxconn'].map(
			async (name) => [`net/${name}`, await textOf(`/proc/sys/net/${name}`)] as const,
		),
	);
	return [
		...mounts.map((line) => `mount ${line}`),
		...rules.map((line) => `rule ${line}`),
		...tables.map((name) => `iptables' table ${name}`),
		...[...parameters, ...network].map(([name, value]) => `parameter ${name} ${value}`),
	];
}

/** Undefined for what is not there, and for a process that has ended meanwhile. */
async function textOf(path: string): Promise<string | undefined> {
	try {
		return await readFile(path, 'utf8');
	} catch {
		return undefined;
	}
}
