// Generated from model/network/ by `npm run generate`. Edit the model, not this file.
import type { DomainDocs } from './docs.ts';

export const networkDocs: DomainDocs = {
	'network.BGPInstanceConfigV1Alpha1': {
		name: 'BGPInstanceConfig',
		doc: 'Speaks BGP with routers, so that the machine\'s addresses are reachable over several links at once.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'BGPInstanceConfig', name: 'underlay', localASN: 64512, routerID: '192.0.2.11', routeSource: '192.0.2.11', advertise: ['lo-anycast'], multipath: true, neighbors: [{ link: 'enp65s0f0', peerASN: 64600, bfd: {} }, { link: 'enp65s0f1', peerASN: 64600, bfd: {} }] } },
		],
		fields: {
			'name': {
				doc: 'Names the instance, for logs, status and imports by other instances.',
				type: 'string',
				examples: [
					{ value: 'underlay' },
				],
			},
			'vrf': {
				doc: 'The VRF whose routes the instance deals in; absent, the machine\'s main routing.',
				type: 'string',
			},
			'localASN': {
				doc: 'Autonomous system number of this machine, 1 to 4294967295.',
				type: 'uint32',
				examples: [
					{ value: 64512 },
				],
			},
			'routerID': {
				doc: 'The machine\'s identity among BGP speakers, in the form of an IPv4 address.\nAbsent, the first advertised IPv4 address.',
				type: 'Addr',
				examples: [
					{ value: '192.0.2.11' },
				],
			},
			'routeSource': {
				doc: 'Source address that packets over learned routes leave with.\nAbsent, the kernel takes an address of the outgoing link, which others may have no route to.',
				type: 'Addr',
				examples: [
					{ value: '192.0.2.11' },
				],
			},
			'advertise': {
				doc: 'Links whose addresses are made known to the neighbors, with the prefix lengths that they have.\nUsually a dummy link with a /32 or /128 address. A patch replaces the whole list.',
				type: 'string[]',
				examples: [
					{ value: ['lo-anycast'] },
				],
			},
			'multipath': {
				doc: 'Uses all equally good routes to a destination at once.',
				type: 'bool',
				default: 'false',
			},
			'maxPaths': {
				doc: 'Upper bound for the routes used at once with `multipath`; absent or 0, the speaker\'s own.',
				type: 'uint8',
			},
			'installRoutes': {
				doc: 'Writes learned routes into the kernel\'s routing table.\n`false` keeps them for other instances to import.',
				type: 'bool',
				default: 'true',
			},
			'importRoutes': {
				doc: 'Routes that this instance takes over from other instances and announces as its own.\nOnly routes that the other instance has learned from its neighbors. A patch replaces the whole list.',
				type: 'BGPImportRoute[]',
			},
			'neighbors': {
				doc: 'Routers to speak with.\nA patch replaces the whole list.',
				type: 'BGPNeighbor[]',
			},
		},
	},
	'network.BGPImportRoute': {
		name: 'BGPImportRoute',
		doc: 'Routes taken over from another BGP instance.',
		fields: {
			'bgpInstance': {
				doc: 'Name of the instance that has learned the routes.',
				type: 'string',
			},
			'prefixes': {
				doc: 'Networks that a route must lie within to be taken over.\nThey must not overlap with those of other imports of the same instance.',
				type: 'Prefix[]',
			},
		},
	},
	'network.BGPNeighborConfig': {
		name: 'BGPNeighbor',
		doc: 'A router to speak BGP with, named by its address or by the link that leads to it.',
		fields: {
			'address': {
				doc: 'Address of the router; excludes `link`.',
				type: 'Addr',
			},
			'link': {
				doc: 'Link on which the router is discovered through IPv6; excludes `address`.\nNeeds no addresses on either side.',
				type: 'string',
			},
			'peerASN': {
				doc: 'Autonomous system number that the router must have; 0 accepts any other than our own.',
				type: 'uint32',
			},
			'localASN': {
				doc: 'Number that this machine shows to this router instead of the instance\'s.',
				type: 'uint32',
			},
			'passive': {
				doc: 'Waits for the router to connect.',
				type: 'bool',
			},
			'holdTime': {
				doc: 'Silence after which the router counts as gone; 0 leaves it to the speaker.',
				type: 'Duration',
			},
			'bfd': {
				doc: 'Detects within milliseconds that the router is gone; an empty section suffices.\nNot possible in a VRF.',
				type: 'BGPNeighborBFD',
			},
		},
	},
	'network.BGPBFDConfig': {
		name: 'BGPNeighborBFD',
		doc: 'Fast detection of a dead path to a router.',
		fields: {
			'transmitInterval': {
				doc: 'Shortest time between two packets that we send; 0 leaves it to the speaker.',
				type: 'Duration',
			},
			'receiveInterval': {
				doc: 'Shortest time between two packets that we are able to receive; 0 leaves it to the speaker.',
				type: 'Duration',
			},
			'detectMultiplier': {
				doc: 'Number of packets that may go missing before the path counts as dead; 0 leaves it to the speaker.',
				type: 'uint8',
			},
		},
	},
	'network.BlackholeRouteConfigV1Alpha1': {
		name: 'BlackholeRouteConfig',
		doc: 'Drops packets to a network instead of sending them to the default gateway.\nUseful below a summary route: what no more precise route claims does not loop.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'BlackholeRouteConfig', name: '198.51.100.0/24', metric: 4096 } },
		],
		fields: {
			'name': {
				doc: 'The network, as an address with its prefix length.',
				type: 'string',
				examples: [
					{ value: '198.51.100.0/24' },
				],
			},
			'metric': {
				doc: 'Priority among routes to the same network; the lowest wins.',
				type: 'uint32',
			},
		},
	},
	'network.BondConfigV1Alpha1': {
		name: 'BondConfig',
		doc: 'Joins several links into one, for more bandwidth or to survive the loss of one.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'BondConfig', name: 'uplink', links: ['enp65s0f0', 'enp65s0f1'], bondMode: '802.3ad', miimon: 100, updelay: 400, downdelay: 200, xmitHashPolicy: 'layer3+4', lacpRate: 'fast', mtu: 9000, addresses: [{ address: '198.51.100.21/24' }], routes: [{ gateway: '198.51.100.1' }] } },
		],
		fields: {
			'name': {
				doc: 'Names the bond as a link.',
				type: 'string',
				examples: [
					{ value: 'uplink' },
				],
			},
			'hardwareAddr': {
				doc: 'MAC address of the bond; absent, that of its first link.',
				type: 'HardwareAddr',
				examples: [
					{ value: '02:00:5e:10:00:21' },
				],
			},
			'links': {
				doc: 'Links to join, by name or alias; at least one.',
				type: 'string[]',
				examples: [
					{ value: ['enp65s0f0', 'enp65s0f1'] },
				],
			},
			'bondMode': {
				doc: 'How traffic is spread over the links; required.\n`active-backup` works with any switch; `802.3ad` (LACP) needs a switch that speaks it on all these ports.',
				type: 'BondMode',
				values: ['balance-rr', 'active-backup', 'balance-xor', 'broadcast', '802.3ad', 'balance-tlb', 'balance-alb'],
				examples: [
					{ value: 'active-backup' },
				],
			},
			'miimon': {
				doc: 'Milliseconds between two looks at the state of the links.\n0 means never, which leaves a dead link in use; set 100 unless you monitor with ARP.',
				type: 'uint32',
				default: '0',
				examples: [
					{ value: 100 },
				],
			},
			'updelay': {
				doc: 'Milliseconds that a link must be up before it is used again.\nA multiple of `miimon`.',
				type: 'uint32',
				default: '0',
				examples: [
					{ value: 400 },
				],
			},
			'downdelay': {
				doc: 'Milliseconds that a link must be down before it is given up.\nA multiple of `miimon`.',
				type: 'uint32',
				default: '0',
				examples: [
					{ value: 200 },
				],
			},
			'useCarrier': {
				doc: 'Asks the driver for the state of a link instead of reading the card\'s registers.\nWithout effect since Linux 6.18, which always asks the driver.',
				type: 'bool',
				default: 'true',
			},
			'xmitHashPolicy': {
				doc: 'Which parts of a packet decide over the link it takes, in the balancing modes.\n`layer3+4` spreads the connections between the same two machines; packets of one connection always take the same link.',
				type: 'BondXmitHashPolicy',
				default: 'layer2',
				values: ['layer2', 'layer3+4', 'layer2+3', 'encap2+3', 'encap3+4'],
				examples: [
					{ value: 'layer3+4' },
				],
			},
			'arpInterval': {
				doc: 'Milliseconds between two ARP probes, as a way to monitor links other than `miimon`.',
				type: 'uint32',
				default: '0',
				examples: [
					{ value: 500 },
				],
			},
			'arpIpTargets': {
				doc: 'IPv4 addresses that are probed, at most 16; needs `arpInterval`.',
				type: 'Addr[]',
				examples: [
					{ value: ['198.51.100.1'] },
				],
			},
			'nsIp6Targets': {
				doc: 'IPv6 addresses that are probed, at most 16; needs `arpInterval`.',
				type: 'Addr[]',
				examples: [
					{ value: ['2001:db8:7::1'] },
				],
			},
			'arpValidate': {
				doc: 'On which links the answers to probes are checked for being answers.',
				type: 'ARPValidate',
				default: 'none',
				values: ['none', 'active', 'backup', 'all', 'filter', 'filter-active', 'filter-backup'],
				examples: [
					{ value: 'all' },
				],
			},
			'arpAllTargets': {
				doc: 'Whether one answering target suffices for a link to be up, or all must answer.',
				type: 'ARPAllTargets',
				default: 'any',
				values: ['any', 'all'],
				examples: [
					{ value: 'any' },
				],
			},
			'lacpRate': {
				doc: 'How often the switch is asked for LACP packets: every 30 seconds (`slow`) or every second (`fast`).',
				type: 'LACPRate',
				default: 'slow',
				values: ['slow', 'fast'],
				examples: [
					{ value: 'slow' },
				],
			},
			'failOverMac': {
				doc: 'What becomes of MAC addresses in `active-backup` mode.\n`none`: all links share one; `active`: the bond takes that of the active link; `follow`: the active link takes that of the bond.',
				type: 'FailOverMAC',
				default: 'none',
				values: ['none', 'active', 'follow'],
				examples: [
					{ value: 'none' },
				],
			},
			'adSelect': {
				doc: 'Which group of links an `802.3ad` bond uses when there are several: the first (`stable`), the fastest, or the largest.',
				type: 'ADSelect',
				default: 'stable',
				values: ['stable', 'bandwidth', 'count'],
				examples: [
					{ value: 'bandwidth' },
				],
			},
			'adActorSysPrio': {
				doc: 'Priority of this machine in LACP, 1 to 65535; the lower one decides.',
				type: 'uint16',
				default: '65535',
				examples: [
					{ value: 32768 },
				],
			},
			'adUserPortKey': {
				doc: 'Upper ten bits of the LACP port key, 0 to 1023.',
				type: 'uint16',
				default: '0',
				examples: [
					{ value: 5 },
				],
			},
			'adLACPActive': {
				doc: 'Whether LACP packets are sent unasked (`on`) or only as answers.',
				type: 'ADLACPActive',
				default: 'on',
				values: ['off', 'on'],
				examples: [
					{ value: 'off' },
				],
			},
			'primary': {
				doc: 'Link that is preferred while it is up, in the modes `active-backup`, `balance-tlb` and `balance-alb`.\nMust be one of `links`.',
				type: 'string',
				since: 'v1.15',
			},
			'primaryReselect': {
				doc: 'When the preferred link takes over again after it has come back.\n`always`, only if it is `better` than the active one, or only after a `failure` of the active one.',
				type: 'PrimaryReselect',
				default: 'always',
				values: ['always', 'better', 'failure'],
				examples: [
					{ value: 'failure' },
				],
			},
			'resendIGMP': {
				doc: 'How often multicast memberships are announced again after a change of the active link; 0 means 1.',
				type: 'uint32',
				default: '1',
			},
			'minLinks': {
				doc: 'Number of links that must be up for an `802.3ad` bond to be up.',
				type: 'uint32',
				default: '0',
			},
			'lpInterval': {
				doc: 'Seconds between two packets that tell switches where our addresses are, in `balance-tlb` and `balance-alb`.\n0 means 1.',
				type: 'uint32',
				default: '1',
			},
			'packetsPerSlave': {
				doc: 'Packets to send over one link before the next one\'s turn, in `balance-rr`; 0 means 1.',
				type: 'uint32',
				default: '1',
			},
			'numPeerNotif': {
				doc: 'How often neighbors are told about a change of the active link; 0 means 1.',
				type: 'uint8',
				default: '1',
			},
			'tlbLogicalLb': {
				doc: 'Moves connections between links by load in `balance-tlb` and `balance-alb`: 1 yes, 0 no.',
				type: 'uint8',
				default: '0',
				examples: [
					{ value: 0 },
				],
			},
			'allSlavesActive': {
				doc: 'What becomes of packets that arrive on inactive links: 0 drops them, 1 takes them.',
				type: 'uint8',
				default: '0',
				examples: [
					{ value: 1 },
				],
			},
			'peerNotifDelay': {
				doc: 'Milliseconds between two such notices to neighbors.\nA multiple of the monitoring interval.',
				type: 'uint32',
				default: '0',
			},
			'missedMax': {
				doc: 'Number of unanswered ARP probes after which a link counts as down.',
				type: 'uint8',
				default: '2',
			},
		},
	},
	'network.BridgeConfigV1Alpha1': {
		name: 'BridgeConfig',
		doc: 'Connects several links like a switch would.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'BridgeConfig', name: 'br-vms', links: ['enp66s0', 'tap0'], stp: { enabled: true }, vlan: { filtering: true }, addresses: [{ address: '203.0.113.1/24' }] } },
		],
		fields: {
			'name': {
				doc: 'Names the bridge.',
				type: 'string',
				examples: [
					{ value: 'br-vms' },
				],
			},
			'hardwareAddr': {
				doc: 'MAC address of the bridge; absent, that of one of its links.',
				type: 'HardwareAddr',
				examples: [
					{ value: '02:00:5e:10:00:31' },
				],
			},
			'links': {
				doc: 'Links to connect, by name or alias.\nTheir addresses belong on the bridge.',
				type: 'string[]',
				examples: [
					{ value: ['enp66s0', 'tap0'] },
				],
			},
			'stp': {
				doc: 'Protection against loops.',
				type: 'BridgeSTP',
			},
			'vlan': {
				doc: 'Separation of VLANs within the bridge.',
				type: 'BridgeVLAN',
			},
		},
	},
	'network.BridgeSTPConfig': {
		name: 'BridgeSTP',
		doc: 'Spanning tree protocol of a bridge.',
		fields: {
			'enabled': {
				doc: 'Finds and cuts loops between bridges.\nA port then forwards only after some seconds.',
				type: 'bool',
				default: 'false',
				examples: [
					{ value: true },
				],
			},
		},
	},
	'network.BridgeVLANConfig': {
		name: 'BridgeVLAN',
		doc: 'VLAN handling of a bridge.',
		fields: {
			'filtering': {
				doc: 'Keeps packets of different VLANs apart; otherwise tags are passed on unseen.',
				type: 'bool',
				default: 'false',
				examples: [
					{ value: true },
				],
			},
		},
	},
	'network.CommonLinkConfig': {
		name: 'CommonLink',
		doc: 'What every kind of network link can have.',
		fields: {
			'up': {
				doc: 'Brings the link up, or keeps it down.',
				type: 'bool',
				default: 'true',
			},
			'mtu': {
				doc: 'Largest packet in bytes; absent, the driver\'s value, mostly 1500.',
				type: 'uint32',
			},
			'addresses': {
				doc: 'Fixed addresses of the link.\nA patch appends to the list.',
				type: 'LinkAddress[]',
			},
			'routes': {
				doc: 'Fixed routes over the link.\nA patch appends to the list.',
				type: 'LinkRoute[]',
			},
			'multicast': {
				doc: 'Switches reception of multicast on or off; absent, the driver decides.',
				type: 'bool',
			},
		},
	},
	'network.AddressConfig': {
		name: 'LinkAddress',
		doc: 'A fixed address of a link.',
		fields: {
			'address': {
				doc: 'The address with the prefix length of its network.',
				type: 'Prefix',
				examples: [
					{ value: '198.51.100.21/24' },
					{ value: '2001:db8:7::21/64' },
				],
			},
			'routePriority': {
				doc: 'Metric of the route to the address\'s own network; the lowest wins.',
				type: 'uint32',
			},
		},
	},
	'network.RouteConfig': {
		name: 'LinkRoute',
		doc: 'A fixed route over a link.',
		fields: {
			'destination': {
				doc: 'Network that the route leads to; absent, everything (the default route of the gateway\'s family).',
				type: 'Prefix',
				examples: [
					{ value: '203.0.113.0/24' },
				],
			},
			'gateway': {
				doc: 'Router that packets are sent to; absent, the network is reached directly on the link.',
				type: 'Addr',
				examples: [
					{ value: '198.51.100.1' },
				],
			},
			'source': {
				doc: 'Source address that packets over the route leave with, unless the program chose one.',
				type: 'Addr',
			},
			'metric': {
				doc: 'Priority among routes to the same network; the lowest wins.',
				type: 'uint32',
				default: '1024',
			},
			'mtu': {
				doc: 'Largest packet in bytes on this route, when it is smaller than the link\'s.',
				type: 'uint32',
			},
			'table': {
				doc: 'Routing table that the route stands in.\nOther tables than `main` are only looked at when a RoutingRuleConfig or a VRF says so.',
				type: 'RoutingTable',
				default: 'main',
				values: ['unspec', 'default', 'main', 'local', '1-252'],
			},
		},
	},
	'network.CommonProbeConfig': {
		name: 'CommonProbe',
		doc: 'What every kind of probe has.',
		fields: {
			'interval': {
				doc: 'Time between two attempts.',
				type: 'Duration',
				default: '1s',
				examples: [
					{ value: '5s' },
				],
			},
			'failureThreshold': {
				doc: 'Failures in a row that are put up with; one more and the probe counts as failed.',
				type: 'int',
				default: '0',
				examples: [
					{ value: 2 },
				],
			},
		},
	},
	'network.DHCPv4ConfigV1Alpha1': {
		name: 'DHCPv4Config',
		doc: 'Gets addresses and routes for a link with DHCP.\nAs soon as any such document or any link document exists, links without one get no DHCP of their own accord.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'DHCPv4Config', name: 'enp65s0f0', routeMetric: 512, ignoreHostname: true, clientIdentifier: 'mac' } },
		],
		fields: {
			'name': {
				doc: 'The link, by name or alias.',
				type: 'string',
				examples: [
					{ value: 'enp65s0f0' },
				],
			},
			'routeMetric': {
				doc: 'Priority of the routes that the server sends; the lowest wins.',
				type: 'uint32',
				default: '1024',
			},
			'ignoreHostname': {
				doc: 'Does not take the host name from the server.',
				type: 'bool',
				default: 'false',
			},
			'ignoreRoutes': {
				doc: 'Does not take routes, the default route among them, from the server.\nThe leased address still comes with the route to its own network.',
				type: 'bool',
				default: 'false',
				since: 'v1.14',
			},
			'clientIdentifier': {
				doc: 'How the server recognizes this machine.\n`mac` by the link\'s address, `duid` by the value of `duidRaw`, `none` not at all.',
				type: 'ClientIdentifier',
				default: 'mac',
				values: ['none', 'mac', 'duid'],
			},
			'duidRaw': {
				doc: 'The bytes that identify this machine; required with `duid` and refused otherwise.',
				type: 'HardwareAddr',
				examples: [
					{ value: '00:03:00:01:02:00:5e:10:00:21' },
				],
			},
		},
	},
	'network.DHCPv6ConfigV1Alpha1': {
		name: 'DHCPv6Config',
		doc: 'Gets addresses for a link with DHCPv6.\nRoutes come from router advertisements, not from here.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'DHCPv6Config', name: 'enp65s0f0', clientIdentifier: 'duid', duidRaw: '00:03:00:01:02:00:5e:10:00:21' } },
		],
		fields: {
			'name': {
				doc: 'The link, by name or alias.',
				type: 'string',
				examples: [
					{ value: 'enp65s0f0' },
				],
			},
			'routeMetric': {
				doc: 'Priority of the routes that come with the lease; the lowest wins.',
				type: 'uint32',
				default: '1024',
			},
			'ignoreHostname': {
				doc: 'Does not take the host name from the server.',
				type: 'bool',
				default: 'false',
			},
			'clientIdentifier': {
				doc: 'How the server recognizes this machine.\n`mac` by the link\'s address, `duid` by the value of `duidRaw`, `none` not at all.',
				type: 'ClientIdentifier',
				default: 'mac',
				values: ['none', 'mac', 'duid'],
			},
			'duidRaw': {
				doc: 'The bytes that identify this machine; required with `duid` and refused otherwise.',
				type: 'HardwareAddr',
				examples: [
					{ value: '00:03:00:01:02:00:5e:10:00:21' },
				],
			},
		},
	},
	'network.DummyLinkConfigV1Alpha1': {
		name: 'DummyLinkConfig',
		doc: 'Creates a link that leads nowhere, to hold addresses that belong to the machine rather than to a cable.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'DummyLinkConfig', name: 'lo-anycast', addresses: [{ address: '192.0.2.11/32' }] } },
		],
		fields: {
			'name': {
				doc: 'Names the link.',
				type: 'string',
				examples: [
					{ value: 'lo-anycast' },
				],
			},
			'hardwareAddr': {
				doc: 'MAC address of the link; absent, a random one.',
				type: 'HardwareAddr',
				examples: [
					{ value: '02:00:5e:10:00:41' },
				],
			},
		},
	},
	'network.EthernetConfigV1Alpha1': {
		name: 'EthernetConfig',
		doc: 'Tunes a network card: offloads, queues, wake-up.\nWhat a card can do is shown by `get ethernetstatus LINK -o yaml`.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'EthernetConfig', name: 'enp65s0f0', features: { 'rx-gro-hw': true, 'tx-udp_tnl-segmentation': false }, rings: { rx: 4096, tx: 4096 }, channels: { combined: 16 }, wakeOnLan: ['magic'] } },
		],
		fields: {
			'name': {
				doc: 'The link, by name or alias.',
				type: 'string',
			},
			'features': {
				doc: 'Offloads by the kernel\'s name, switched on or off.\nWhich ones exist and can be changed depends on the driver.',
				type: 'map<bool>',
			},
			'rings': {
				doc: 'Sizes of the card\'s packet queues.\nWhat is absent is left as it is.',
				type: 'EthernetRings',
			},
			'channels': {
				doc: 'Number of queues that are served in parallel.\nWhat is absent is left as it is.',
				type: 'EthernetChannels',
			},
			'wakeOnLan': {
				doc: 'What the card wakes the machine for; an empty list switches it off.\nAbsent, nothing is changed.',
				type: 'WOLMode[]',
				since: 'v1.12',
				values: ['phy', 'unicast', 'multicast', 'broadcast', 'magic', 'magicsecure', 'filter'],
				examples: [
					{ value: ['magic'] },
				],
			},
		},
	},
	'network.EthernetRingsConfig': {
		name: 'EthernetRings',
		doc: 'Sizes of a card\'s packet queues, as `ethtool -G` takes them.',
		fields: {
			'rx': {
				doc: 'Places for received packets.',
				type: 'uint32',
			},
			'tx': {
				doc: 'Places for packets to send.',
				type: 'uint32',
			},
			'rx-mini': {
				doc: 'Places for small received packets, on cards that have a queue of their own for them.',
				type: 'uint32',
			},
			'rx-jumbo': {
				doc: 'Places for large received packets, on cards that have a queue of their own for them.',
				type: 'uint32',
			},
			'rx-buf-len': {
				doc: 'Bytes in each buffer for received packets.',
				type: 'uint32',
			},
			'cqe-size': {
				doc: 'Bytes in each entry of the completion queue.',
				type: 'uint32',
			},
			'tx-push': {
				doc: 'Writes descriptors and small packets straight to the card, for lower latency.',
				type: 'bool',
			},
			'rx-push': {
				doc: 'Hands received packets over along with their descriptors, for lower latency.',
				type: 'bool',
			},
			'tx-push-buf-len': {
				doc: 'Bytes that may be written straight to the card.',
				type: 'uint32',
			},
			'tcp-data-split': {
				doc: 'Puts headers and data of received TCP packets into different buffers.',
				type: 'bool',
			},
		},
	},
	'network.EthernetChannelsConfig': {
		name: 'EthernetChannels',
		doc: 'Number of a card\'s queues, as `ethtool -L` takes them.',
		fields: {
			'rx': {
				doc: 'Queues that only receive.',
				type: 'uint32',
			},
			'tx': {
				doc: 'Queues that only send.',
				type: 'uint32',
			},
			'other': {
				doc: 'Queues for other purposes, such as link interrupts.',
				type: 'uint32',
			},
			'combined': {
				doc: 'Queues that both receive and send; usually one per CPU.',
				type: 'uint32',
			},
		},
	},
	'network.HCloudVIPConfigV1Alpha1': {
		name: 'HCloudVIPConfig',
		doc: 'Shares an address among the control plane nodes in the Hetzner Cloud.\nOne node at a time holds it and tells the cloud so through its API. Meant for the Kubernetes API and for nothing else.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'HCloudVIPConfig', name: '203.0.113.80', link: 'enp1s0', apiToken: 'hcloud-token-of-the-project' } },
		],
		fields: {
			'name': {
				doc: 'The shared address.',
				type: 'string',
				examples: [
					{ value: '203.0.113.80' },
					{ value: '2001:db8:7::80' },
				],
			},
			'link': {
				doc: 'Link that the address is put on, by name or alias.',
				type: 'string',
			},
			'apiToken': {
				doc: 'Token for the cloud\'s API, with write access.',
				type: 'string',
			},
		},
	},
	'network.HostnameConfigV1Alpha1': {
		name: 'HostnameConfig',
		doc: 'Sets the machine\'s host name, or how one is found.\nTakes the place of `machine.network.hostname` and `machine.features.stableHostname`; with both, the configuration is refused.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'HostnameConfig', hostname: 'worker-17' } },
			{ value: { apiVersion: 'v1alpha1', kind: 'HostnameConfig', auto: 'off', hostname: 'worker-17.frankfurt-1.example.org' } },
		],
		fields: {
			'auto': {
				doc: 'Makes up a name when nothing else gives one.\n`stable` derives it from the machine\'s identity, so that it survives a reinstallation; `off` waits for DHCP or the platform. Next to `hostname` only `off` is allowed, so a patch that sets a host name must set this to `off` too.',
				type: 'AutoHostnameKind',
				values: ['stable', 'off'],
			},
			'hostname': {
				doc: 'The name; it beats DHCP and the platform.\nWith dots, the first part is the host name and the rest its domain.',
				type: 'string',
				examples: [
					{ value: 'worker-17' },
					{ value: 'worker-17.frankfurt-1.example.org' },
				],
			},
		},
	},
	'network.HTTPProbeConfigV1Alpha1': {
		name: 'HTTPProbeConfig',
		doc: 'Judges the connection to the network by fetching a page.\nThe network counts as connected only while all probes succeed.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'HTTPProbeConfig', name: 'registry', interval: '5s', failureThreshold: 2, url: 'https://registry.example.org/v2/', timeout: '3s' } },
		],
		fields: {
			'name': {
				doc: 'Names the probe, in its status.',
				type: 'string',
				examples: [
					{ value: 'registry' },
				],
			},
			'url': {
				doc: 'Page to fetch, `http` or `https`.\nAnswers from 200 to 399 are a success; redirects are not followed.',
				type: 'URLText',
				examples: [
					{ value: 'https://registry.example.org/v2/' },
				],
			},
			'timeout': {
				doc: 'Time that the page may take.',
				type: 'Duration',
				default: '10s',
				examples: [
					{ value: '3s' },
				],
			},
		},
	},
	'network.KubeSpanConfigV1Alpha1': {
		name: 'KubeSpanConfig',
		doc: 'Connects all machines of the cluster with encrypted WireGuard tunnels, wherever they stand.\nThey find each other through cluster discovery, which must be on. Takes the place of `machine.network.kubespan`; with both, the configuration is refused.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'KubeSpanConfig', enabled: true, mtu: 1380, filters: { endpoints: ['0.0.0.0/0', '!172.16.0.0/12'] } } },
		],
		fields: {
			'enabled': {
				doc: 'Builds the tunnels.',
				type: 'bool',
				default: 'false',
			},
			'advertiseKubernetesNetworks': {
				doc: 'Routes traffic between pods through the tunnels itself.\n`false` leaves it to the pod network, whose encapsulated packets then take the tunnels.',
				type: 'bool',
				default: 'false',
			},
			'allowDownPeerBypass': {
				doc: 'Sends traffic for a machine outside the tunnels while the tunnel to it is down.\nIt keeps nodes of one network talking, without encryption.',
				type: 'bool',
				default: 'false',
			},
			'harvestExtraEndpoints': {
				doc: 'Tells others about addresses at which machines have been seen.\nHelps behind address translation, and costs a lot of discovery traffic beyond some fifty machines.',
				type: 'bool',
				default: 'false',
			},
			'mtu': {
				doc: 'Largest packet in bytes within the tunnels, at least 1280.\n80 less than the path between the machines carries.',
				type: 'uint32',
				default: '1420',
			},
			'filters': {
				doc: 'Which addresses and networks this machine makes known.',
				type: 'KubeSpanFilters',
			},
		},
	},
	'network.KubeSpanFiltersConfig': {
		name: 'KubeSpanFilters',
		doc: 'Which addresses and networks a machine makes known to others.',
		fields: {
			'endpoints': {
				doc: 'Networks from which the tunnel\'s endpoint addresses may be; `!` in front excludes one.\nAbsent, all of the machine\'s addresses are announced, and others try them in turns.',
				type: 'string[]',
				examples: [
					{ name: 'announce IPv4 addresses, but none of the Docker networks', value: ['0.0.0.0/0', '!172.16.0.0/12'] },
				],
			},
			'excludeAdvertisedNetworks': {
				doc: 'Networks that are not announced as reachable through the tunnel.\nOthers then need another way to them.',
				type: 'Prefix[]',
				examples: [
					{ name: 'keep the storage network out of the tunnels', value: ['203.0.113.0/24'] },
				],
			},
		},
	},
	'network.KubespanEndpointsConfigV1Alpha1': {
		name: 'KubeSpanEndpointsConfig',
		doc: 'Announces further addresses at which this machine\'s KubeSpan is reachable.\nFor addresses that the machine cannot know, such as that of a port forwarding.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'KubeSpanEndpointsConfig', extraAnnouncedEndpoints: ['203.0.113.200:51820'] } },
		],
		fields: {
			'extraAnnouncedEndpoints': {
				doc: 'Addresses with their UDP ports.',
				type: 'AddrPort[]',
			},
		},
	},
	'network.Layer2VIPConfigV1Alpha1': {
		name: 'Layer2VIPConfig',
		doc: 'Shares an address among the control plane nodes of one network segment.\nOne node at a time holds it and tells the segment so with ARP or neighbor advertisements. Meant for the Kubernetes API and for nothing else; it needs etcd, so it is of no use to reach the machine API.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'Layer2VIPConfig', name: '198.51.100.10', link: 'uplink' } },
		],
		fields: {
			'name': {
				doc: 'The shared address; free, and of the segment that the nodes are in.',
				type: 'string',
				examples: [
					{ value: '198.51.100.10' },
					{ value: '2001:db8:7::10' },
				],
			},
			'link': {
				doc: 'Link that the address is put on, by name or alias.',
				type: 'string',
			},
		},
	},
	'network.LinkAliasConfigV1Alpha1': {
		name: 'LinkAliasConfig',
		doc: 'Gives network cards names that you choose, by what they are rather than where they are plugged in.\nOther documents can use the alias wherever a link is named.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'LinkAliasConfig', name: 'storage0', selector: { match: 'mac(link.permanent_addr) == "02:00:5e:10:00:51"' } } },
			{ value: { apiVersion: 'v1alpha1', kind: 'LinkAliasConfig', name: 'fast%d', selector: { match: 'link.driver == "mlx5_core"' } } },
		],
		fields: {
			'name': {
				doc: 'The alias; with `%d` in it, each matching link gets the next number from 0.\nNumbers go by MAC address. Stay clear of names that the kernel gives, such as `eth0` or `enp1s0`.',
				type: 'string',
				examples: [
					{ value: 'storage0' },
					{ value: 'uplink' },
					{ value: 'fast%d' },
				],
			},
			'selector': {
				doc: 'Which link is meant: exactly one, or any number with `%d`.\nA link that already has an alias is left out.',
				type: 'LinkSelector',
			},
		},
	},
	'network.LinkSelector': {
		name: 'LinkSelector',
		doc: 'A condition that a link should meet.',
		fields: {
			'match': {
				doc: 'A CEL expression over `link` that is true for the wanted links.\n`link` is what `get links` shows; `mac()` turns an address into text and `glob()` compares with a pattern. Repeat it in every patch of the section: a patch without it erases it.',
				type: 'CELExpression',
				examples: [
					{ name: 'the card with the address that is printed on its label', value: 'mac(link.permanent_addr) == "02:00:5e:10:00:51"' },
					{ name: 'all cards of one vendor, by the beginning of their addresses', value: 'glob("b8:ce:f6:*", mac(link.permanent_addr))' },
					{ name: 'all cards that one driver serves', value: 'link.driver == "mlx5_core"' },
				],
			},
		},
	},
	'network.LinkConfigV1Alpha1': {
		name: 'LinkConfig',
		doc: 'Gives addresses and routes to a link that exists, such as a network card.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'LinkConfig', name: 'enp65s0f0', mtu: 9000, addresses: [{ address: '198.51.100.21/24' }, { address: '2001:db8:7::21/64' }], routes: [{ gateway: '198.51.100.1' }, { destination: '203.0.113.0/24', gateway: '198.51.100.2', metric: 256 }] } },
		],
		fields: {
			'name': {
				doc: 'The link, by name or alias.',
				type: 'string',
				examples: [
					{ value: 'enp65s0f0' },
					{ value: 'storage0' },
				],
			},
		},
	},
	'network.DefaultActionConfigV1Alpha1': {
		name: 'NetworkDefaultActionConfig',
		doc: 'Decides what happens to incoming connections that no NetworkRuleConfig mentions.\nWithout the document everything is accepted and the firewall is off.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'NetworkDefaultActionConfig', ingress: 'block' } },
		],
		fields: {
			'ingress': {
				doc: 'Whether incoming traffic without a rule passes.\nBefore you block, write rules for the machine API (50000), trustd (50001), the Kubernetes API (6443), etcd (2379-2380), the kubelet (10250) and your pod network, or you lock yourself out. Connections from the node itself and answers always pass.',
				type: 'DefaultAction',
				default: 'accept',
				values: ['accept', 'block'],
			},
		},
	},
	'network.RuleConfigV1Alpha1': {
		name: 'NetworkRuleConfig',
		doc: 'Lets incoming connections to some ports in, from some networks.\nPorts that a rule mentions are closed to everybody else, whatever NetworkDefaultActionConfig says.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'NetworkRuleConfig', name: 'machine-api', portSelector: { ports: [50000], protocol: 'tcp' }, ingress: [{ subnet: '198.51.100.0/24', except: '198.51.100.66/32' }] } },
		],
		fields: {
			'name': {
				doc: 'Tells the rules apart.',
				type: 'string',
			},
			'portSelector': {
				doc: 'Ports on this machine that the rule is about.',
				type: 'NetworkRulePortSelector',
			},
			'ingress': {
				doc: 'Networks that may reach these ports; an empty list lets nobody in.\nA patch replaces the whole list.',
				type: 'NetworkRuleIngress[]',
			},
		},
	},
	'network.RulePortSelector': {
		name: 'NetworkRulePortSelector',
		doc: 'Ports and their protocol.',
		fields: {
			'ports': {
				doc: 'Single ports and ranges with both ends included; they must not overlap.\nA patch replaces the whole list.',
				type: 'PortRange[]',
				examples: [
					{ value: [50000, 50001] },
					{ value: ['30000-32767', 443] },
				],
			},
			'protocol': {
				doc: 'The protocol that the ports belong to.',
				type: 'Protocol',
				values: ['tcp', 'udp', 'icmp', 'icmpv6'],
			},
		},
	},
	'network.IngressRule': {
		name: 'NetworkRuleIngress',
		doc: 'A network that may connect.',
		fields: {
			'subnet': {
				doc: 'Network that connections may come from.',
				type: 'Prefix',
				examples: [
					{ value: '198.51.100.0/24' },
					{ value: '2001:db8:7::/48' },
					{ value: '203.0.113.9/32' },
				],
			},
			'except': {
				doc: 'A part of the network that may not.',
				type: 'Prefix',
			},
		},
	},
	'network.ResolverConfigV1Alpha1': {
		name: 'ResolverConfig',
		doc: 'How the machine resolves names.\nTakes the place of `machine.network.nameservers`, `machine.network.searchDomains` and, with `hostDNS`, of `machine.features.hostDNS`; with both, the configuration is refused.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'ResolverConfig', nameservers: [{ address: '198.51.100.53' }, { address: '2001:db8:7::53' }], searchDomains: { domains: ['frankfurt-1.example.org'] } } },
			{ value: { apiVersion: 'v1alpha1', kind: 'ResolverConfig', searchDomains: { domains: ['example.org'], disableDefault: true } } },
			{ value: { apiVersion: 'v1alpha1', kind: 'ResolverConfig', hostDNS: { enabled: true, resolveMemberNames: true } } },
			{ value: { apiVersion: 'v1alpha1', kind: 'ResolverConfig', nameservers: [{ address: '198.51.100.53' }, { address: '203.0.113.53', protocol: 'DoT', tlsServerName: 'dns.example.org' }], hostDNS: { enabled: true } } },
			{ value: { apiVersion: 'v1alpha1', kind: 'ResolverConfig', nameservers: [{ address: '198.51.100.53' }, { address: '203.0.113.53', protocol: 'DoH', tlsServerName: 'doh.example.org' }], hostDNS: { enabled: true } } },
		],
		fields: {
			'nameservers': {
				doc: 'Servers to ask, instead of those of DHCP and the platform.\nPods\' names are resolved through them too. Absent and with none from elsewhere, 1.1.1.1 and 8.8.8.8.',
				type: 'Nameserver[]',
			},
			'searchDomains': {
				doc: 'Domains in which short names are looked up.',
				type: 'SearchDomains',
			},
			'hostDNS': {
				doc: 'A resolver on the machine that remembers answers.',
				type: 'HostDNS',
				since: 'v1.14',
			},
		},
	},
	'network.NameserverConfig': {
		name: 'Nameserver',
		doc: 'A server that resolves names.',
		fields: {
			'address': {
				doc: 'Address of the server.',
				type: 'Addr',
				examples: [
					{ value: '198.51.100.53' },
				],
			},
			'protocol': {
				doc: 'How the server is spoken with: plain, over TLS (port 853), or over HTTPS (port 443).\nThe encrypted ones need `hostDNS`, and a clock that is right: keep one plain server, or time servers given by address.',
				type: 'DNSProtocol',
				default: 'Do53',
				since: 'v1.14',
				values: ['Do53', 'DoT', 'DoH'],
			},
			'tlsServerName': {
				doc: 'Name that the server\'s certificate must bear; required for `DoT` and `DoH`, refused otherwise.',
				type: 'string',
				since: 'v1.14',
				examples: [
					{ value: 'dns.example.org' },
				],
			},
		},
	},
	'network.SearchDomainsConfig': {
		name: 'SearchDomains',
		doc: 'Domains in which short names are looked up.',
		fields: {
			'domains': {
				doc: 'The domains, in this order, instead of those of DHCP and the platform.\nAn empty list means none at all; absent, those from elsewhere count.',
				type: 'string[]',
			},
			'disableDefault': {
				doc: 'Leaves out the domain of the machine\'s own name.',
				type: 'bool',
				default: 'false',
			},
		},
	},
	'network.HostDNSConfig': {
		name: 'HostDNS',
		doc: 'The machine\'s own resolver.',
		fields: {
			'enabled': {
				doc: 'Runs the resolver, for the system and for host-network pods.',
				type: 'bool',
				default: 'false',
			},
			'forwardKubeDNSToHost': {
				doc: 'Lets CoreDNS ask the machine\'s resolver instead of the servers themselves.\nNeeds `enabled`.',
				type: 'bool',
				default: 'false',
			},
			'resolveMemberNames': {
				doc: 'Answers for the names of the cluster\'s machines, as discovery knows them.\nNeeds `enabled`, and cluster discovery.',
				type: 'bool',
				default: 'false',
			},
		},
	},
	'network.RoutingRuleConfigV1Alpha1': {
		name: 'RoutingRuleConfig',
		doc: 'Chooses a routing table by more than the destination of a packet.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'RoutingRuleConfig', name: '1200', src: '203.0.113.0/24', table: '120' } },
		],
		fields: {
			'name': {
				doc: 'Priority of the rule, as text; rules are tried from the lowest.\nFrom 1 to 32765, without 32500 and 32501, which KubeSpan uses.',
				type: 'string',
				examples: [
					{ value: '1200' },
				],
			},
			'src': {
				doc: 'Network that packets come from; absent, any.',
				type: 'Prefix',
				examples: [
					{ value: '203.0.113.0/24' },
				],
			},
			'dst': {
				doc: 'Network that packets go to; absent, any.',
				type: 'Prefix',
				examples: [
					{ value: '198.51.100.0/24' },
				],
			},
			'table': {
				doc: 'Routing table that is looked at for such packets.',
				type: 'RoutingTable',
				values: ['unspec', 'default', 'main', 'local', '1-252'],
				examples: [
					{ value: '120' },
				],
			},
			'action': {
				doc: 'What is done with such packets.\n`unicast` looks at the table; the others refuse the packet in different ways and need no table.',
				type: 'RoutingRuleAction',
				default: 'unicast',
				values: ['unicast', 'blackhole', 'unreachable', 'prohibit'],
			},
			'iifName': {
				doc: 'Link that packets come in on.',
				type: 'string',
				examples: [
					{ value: 'storage0' },
				],
			},
			'oifName': {
				doc: 'Link that the sending program is bound to.',
				type: 'string',
				examples: [
					{ value: 'storage0' },
				],
			},
			'fwMark': {
				doc: 'Firewall mark that packets bear.',
				type: 'uint32',
				examples: [
					{ value: 512 },
				],
			},
			'fwMask': {
				doc: 'Bits of the mark that count; needs `fwMark`.',
				type: 'uint32',
				examples: [
					{ value: 65024 },
				],
			},
		},
	},
	'network.StaticHostConfigV1Alpha1': {
		name: 'StaticHostConfig',
		doc: 'Gives names to an address in `/etc/hosts`.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'StaticHostConfig', name: '198.51.100.40', hostnames: ['registry.example.org', 'registry'] } },
		],
		fields: {
			'name': {
				doc: 'Address that the names stand for, IPv4 or IPv6.',
				type: 'string',
			},
			'hostnames': {
				doc: 'Its names; at least one.',
				type: 'string[]',
			},
		},
	},
	'network.TCPProbeConfigV1Alpha1': {
		name: 'TCPProbeConfig',
		doc: 'Judges the connection to the network by connecting to a port.\nThe network counts as connected only while all probes succeed.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'TCPProbeConfig', name: 'gateway-dns', interval: '2s', failureThreshold: 3, endpoint: '198.51.100.53:53', timeout: '1s' } },
		],
		fields: {
			'name': {
				doc: 'Names the probe, in its status.',
				type: 'string',
				examples: [
					{ value: 'gateway-dns' },
				],
			},
			'endpoint': {
				doc: 'Host and port to connect to.',
				type: 'string',
				examples: [
					{ value: '198.51.100.53:53' },
				],
			},
			'timeout': {
				doc: 'Time that connecting may take.',
				type: 'Duration',
				default: '10s',
				examples: [
					{ value: '1s' },
				],
			},
		},
	},
	'network.TimeSyncConfigV1Alpha1': {
		name: 'TimeSyncConfig',
		doc: 'How the machine\'s clock is set.\nTakes the place of `machine.time`; with both, the configuration is refused.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'TimeSyncConfig', ntp: { servers: ['ntp1.example.org', 'ntp2.example.org'] } } },
			{ value: { apiVersion: 'v1alpha1', kind: 'TimeSyncConfig', ptp: { devices: ['/dev/ptp_kvm'] } } },
		],
		fields: {
			'enabled': {
				doc: 'Sets the clock; `false` trusts the hardware clock.',
				type: 'bool',
				default: 'true',
			},
			'bootTimeout': {
				doc: 'Time after which booting goes on with an unset clock; 0 waits for ever.\nSynchronization goes on in the background.',
				type: 'Duration',
				default: '0',
			},
			'ntp': {
				doc: 'Time from the network; excludes `ptp`.',
				type: 'TimeSyncNTP',
			},
			'ptp': {
				doc: 'Time from a clock device; excludes `ntp`.',
				type: 'TimeSyncPTP',
			},
		},
	},
	'network.NTPConfig': {
		name: 'TimeSyncNTP',
		doc: 'Time from the network.',
		fields: {
			'servers': {
				doc: 'Time servers, by name or address.',
				type: 'string[]',
				default: 'time.cloudflare.com',
			},
			'useNTS': {
				doc: 'Authenticates the servers with NTS.\nAll servers must then be names and speak it. On by default for the default server only.',
				type: 'bool',
				since: 'v1.14',
			},
		},
	},
	'network.PTPConfig': {
		name: 'TimeSyncPTP',
		doc: 'Time from a clock device.',
		fields: {
			'devices': {
				doc: 'Paths of the devices, such as `/dev/ptp0` of a card or `/dev/ptp_kvm` of a hypervisor.',
				type: 'string[]',
			},
		},
	},
	'network.VethConfigV1Alpha1': {
		name: 'VethConfig',
		doc: 'Creates a pair of links that are connected like two ends of a cable.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'VethConfig', name: 'veth-main', peer: { name: 'veth-tenant', addresses: [{ address: '192.0.2.130/31' }] }, addresses: [{ address: '192.0.2.131/31' }] } },
		],
		fields: {
			'name': {
				doc: 'Names this end: 1 to 15 bytes, no alias.',
				type: 'string',
				examples: [
					{ value: 'veth-main' },
				],
			},
			'peer': {
				doc: 'The other end, with a name, addresses and routes of its own.',
				type: 'VethPeer',
			},
		},
	},
	'network.VethPeerConfig': {
		name: 'VethPeer',
		doc: 'The other end of a pair.',
		fields: {
			'name': {
				doc: 'Names the other end: 1 to 15 bytes, no alias, different from the first.\nPut it into the `links` of a VRFConfig to connect the machine\'s main routing with the VRF.',
				type: 'string',
				examples: [
					{ value: 'veth-tenant' },
				],
			},
		},
	},
	'network.VLANConfigV1Alpha1': {
		name: 'VLANConfig',
		doc: 'Creates a link for one VLAN of another link.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'VLANConfig', name: 'uplink.120', vlanID: 120, parent: 'uplink', addresses: [{ address: '203.0.113.21/24' }] } },
		],
		fields: {
			'name': {
				doc: 'Names the link.',
				type: 'string',
				examples: [
					{ value: 'uplink.120' },
				],
			},
			'vlanID': {
				doc: 'Number of the VLAN, 1 to 4094.',
				type: 'uint16',
				examples: [
					{ value: 120 },
				],
			},
			'vlanMode': {
				doc: 'Kind of tag: the usual one (`802.1q`), or the outer one of stacked VLANs (`802.1ad`).',
				type: 'VLANProtocol',
				default: '802.1q',
				values: ['802.1q', '802.1ad'],
				examples: [
					{ value: '802.1ad' },
				],
			},
			'parent': {
				doc: 'Link that carries the VLAN, by name or alias.',
				type: 'string',
				examples: [
					{ value: 'uplink' },
				],
			},
		},
	},
	'network.VRFConfigV1Alpha1': {
		name: 'VRFConfig',
		doc: 'Creates a routing domain of its own and puts links into it.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'VRFConfig', name: 'vrf-tenant', links: ['veth-tenant'], table: '120' } },
		],
		fields: {
			'name': {
				doc: 'Names the routing domain; it appears as a link.',
				type: 'string',
				examples: [
					{ value: 'vrf-tenant' },
				],
			},
			'hardwareAddr': {
				doc: 'MAC address of that link; absent, a random one.',
				type: 'HardwareAddr',
				examples: [
					{ value: '02:00:5e:10:00:61' },
				],
			},
			'links': {
				doc: 'Links to put into the routing domain, by name or alias.',
				type: 'string[]',
				examples: [
					{ value: ['veth-tenant'] },
				],
			},
			'table': {
				doc: 'Routing table of the domain, 1 to 252; not one that is used otherwise.',
				type: 'RoutingTable',
				values: ['unspec', 'default', 'main', 'local', '1-252'],
				examples: [
					{ value: '120' },
				],
			},
		},
	},
	'network.WireguardConfigV1Alpha1': {
		name: 'WireguardConfig',
		doc: 'Creates an encrypted WireGuard tunnel.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'WireguardConfig', name: 'wg-office', privateKey: 'YW4gZXhhbXBsZSBvZiBhIFdpcmVHdWFyZCBrZXk6IDE=', listenPort: 51821, peers: [{ publicKey: 'YW4gZXhhbXBsZSBvZiBhIFdpcmVHdWFyZCBrZXk6IDI=', endpoint: '203.0.113.7:51820', persistentKeepaliveInterval: '25s', allowedIPs: ['192.0.2.64/26'] }], addresses: [{ address: '192.0.2.65/26' }] } },
		],
		fields: {
			'name': {
				doc: 'Names the link.',
				type: 'string',
				examples: [
					{ value: 'wg-office' },
				],
			},
			'privateKey': {
				doc: 'Key of this end, in base64; `wg genkey` makes one.',
				type: 'string',
			},
			'listenPort': {
				doc: 'UDP port to listen on; 0 takes a random one.',
				type: 'int',
			},
			'firewallMark': {
				doc: 'Mark on the encrypted packets, for routing rules and firewalls.',
				type: 'int',
			},
			'peers': {
				doc: 'The other ends of the tunnel.',
				type: 'WireguardPeer[]',
			},
		},
	},
	'network.WireguardPeer': {
		name: 'WireguardPeer',
		doc: 'Another end of a tunnel.',
		fields: {
			'publicKey': {
				doc: 'Its public key, in base64; `wg pubkey` computes it from the private one.',
				type: 'string',
			},
			'presharedKey': {
				doc: 'A further secret that both ends share, in base64; `wg genpsk` makes one.',
				type: 'string',
			},
			'endpoint': {
				doc: 'Its address and UDP port; absent, it must connect first.',
				type: 'AddrPort',
			},
			'persistentKeepaliveInterval': {
				doc: 'Time between two packets that keep address translation on the way open; 0 sends none.',
				type: 'Duration',
			},
			'allowedIPs': {
				doc: 'Networks that are routed to it, and that packets from it may come from.',
				type: 'Prefix[]',
			},
		},
	},
};
