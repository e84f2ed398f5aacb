import { factoryInstallerImage, installerImage } from './defaults.ts';

/** One minor release of Talos and what goes with it. */
export interface TalosRelease {
	/** Of 1.x. */
	readonly minor: number;
	/** Day of the .0, where fleet operators have to plan with it. */
	readonly released?: string;
	/** Minors of Kubernetes 1.x, both inclusive, that the installer and the node accept. */
	readonly kubernetes: {
		readonly oldest: number;
		readonly newest: number /** Where the documentation promises less. */;
		readonly documentedOldest?: number;
	};
	/** The oldest minor whose hosts may be upgraded to it. */
	readonly upgradesFrom: number;
	/** The first minor whose hosts may not be downgraded to it. */
	readonly downgradesBelow: number;
	/** The defaults of its newest patch that is known here. */
	readonly newest?: { readonly talos: string; readonly kubernetes: string; readonly etcd: string; readonly installer: string };
}

/**
 * Oldest first. Ranges: siderolabs/talos v1.14.0-rc.1, pkg/machinery/compatibility/talos*. Days and documented ranges: the
 * support matrix of each version's documentation. Defaults: pkg/machinery/constants/constants.go at the tag that is named.
 */
export const talosReleases: readonly TalosRelease[] = [
	{ minor: 2, kubernetes: { oldest: 23, newest: 25 }, upgradesFrom: 0, downgradesBelow: 3 },
	{ minor: 3, kubernetes: { oldest: 24, newest: 26 }, upgradesFrom: 0, downgradesBelow: 5 },
	{ minor: 4, kubernetes: { oldest: 25, newest: 27 }, upgradesFrom: 0, downgradesBelow: 6 },
	{ minor: 5, kubernetes: { oldest: 26, newest: 28 }, upgradesFrom: 2, downgradesBelow: 7 },
	{ minor: 6, kubernetes: { oldest: 24, newest: 29 }, upgradesFrom: 3, downgradesBelow: 8 },
	{ minor: 7, kubernetes: { oldest: 25, newest: 30 }, upgradesFrom: 4, downgradesBelow: 9 },
	{
		minor: 8,
		released: '2024-09-23',
		kubernetes: { oldest: 26, newest: 31 },
		upgradesFrom: 5,
		downgradesBelow: 10,
		newest: { talos: '1.8.4', kubernetes: '1.31.4', etcd: '3.5.17', installer: installerImage },
	},
	{
		minor: 9,
		released: '2024-12-17',
		kubernetes: { oldest: 27, newest: 32 },
		upgradesFrom: 8,
		downgradesBelow: 11,
		newest: { talos: '1.9.6', kubernetes: '1.32.4', etcd: '3.5.21', installer: installerImage },
	},
	{
		minor: 10,
		released: '2025-04-30',
		kubernetes: { oldest: 28, newest: 33 },
		upgradesFrom: 8,
		downgradesBelow: 12,
		newest: { talos: '1.10.9', kubernetes: '1.33.6', etcd: '3.5.26', installer: installerImage },
	},
	{
		minor: 11,
		released: '2025-09-01',
		kubernetes: { oldest: 29, newest: 34 },
		upgradesFrom: 9,
		downgradesBelow: 13,
		newest: { talos: '1.11.6', kubernetes: '1.34.1', etcd: '3.6.5', installer: installerImage },
	},
	{
		minor: 12,
		released: '2025-12-22',
		kubernetes: { oldest: 30, newest: 35 },
		upgradesFrom: 10,
		downgradesBelow: 14,
		newest: { talos: '1.12.11', kubernetes: '1.35.4', etcd: '3.6.11', installer: installerImage },
	},
	{
		minor: 13,
		released: '2026-04-27',
		kubernetes: { oldest: 31, newest: 36 },
		upgradesFrom: 11,
		downgradesBelow: 15,
		newest: { talos: '1.13.9', kubernetes: '1.36.3', etcd: '3.6.12', installer: installerImage },
	},
	{
		minor: 14,
		kubernetes: { oldest: 32, newest: 37, documentedOldest: 33 },
		upgradesFrom: 12,
		downgradesBelow: 16,
		newest: {
			talos: '1.14.0-rc.1',
			kubernetes: '1.37.0-rc.0',
			etcd: '3.7.1',
			installer: factoryInstallerImage,
		},
	},
];

/** The release of that minor of 1.x; undefined when it is older or newer than the table. */
export function talosRelease(minor: number): TalosRelease | undefined {
	return talosReleases.find((release) => release.minor === minor);
}
