import type { Controller } from '@ichor/runtime';
import { affiliateMergeController } from './affiliate-merge.ts';
import { discoveryConfigController } from './config.ts';
import { discoveryServiceController } from './discovery-service.ts';
import { clusterInfoController } from './info.ts';
import { localAffiliateController } from './local-affiliate.ts';
import { memberController } from './member.ts';
import { nodeIdentityController } from './node-identity.ts';

/** Who this machine is, and which others are in its cluster. */
export const clusterControllers: readonly Controller[] = [
	nodeIdentityController,
	clusterInfoController,
	discoveryConfigController,
	localAffiliateController,
	discoveryServiceController,
	affiliateMergeController,
	memberController,
];
