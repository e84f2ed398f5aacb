// The released flannel packages as a daemon: leases from the Kubernetes API, every back end that needs no cloud.
// The module's own main does not build from the registry, because a cloud provider's library is not served there.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"math/big"
	"net"
	"net/http"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/flannel-io/flannel/pkg/backend"
	_ "github.com/flannel-io/flannel/pkg/backend/alloc"
	_ "github.com/flannel-io/flannel/pkg/backend/extension"
	_ "github.com/flannel-io/flannel/pkg/backend/hostgw"
	_ "github.com/flannel-io/flannel/pkg/backend/ipip"
	_ "github.com/flannel-io/flannel/pkg/backend/vxlan"
	_ "github.com/flannel-io/flannel/pkg/backend/wireguard"
	"github.com/flannel-io/flannel/pkg/ip"
	"github.com/flannel-io/flannel/pkg/ipmatch"
	"github.com/flannel-io/flannel/pkg/subnet"
	"github.com/flannel-io/flannel/pkg/subnet/kube"
	"github.com/flannel-io/flannel/pkg/trafficmngr"
	"github.com/flannel-io/flannel/pkg/trafficmngr/iptables"
	"github.com/flannel-io/flannel/pkg/trafficmngr/nftables"
	"github.com/flannel-io/flannel/pkg/version"
	"k8s.io/klog/v2"
)

type names []string

func (n *names) String() string        { return strings.Join(*n, ",") }
func (n *names) Set(name string) error { *n = append(*n, name); return nil }

type settings struct {
	version, kubeSubnetManager, masquerade, forward, blackhole, setAvailable, plainMasquerade bool
	apiURL, kubeconfig, annotationPrefix, networkConfig, subnetFile, publicIP, publicIPv6     string
	interfaces, interfacePatterns                                                             names
	reachableFrom, healthAddress                                                              string
	healthPort, resyncSeconds                                                                 int
}

func main() {
	s := parse(os.Args[1:])
	if s.version {
		fmt.Fprintln(os.Stderr, version.Version)
		return
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var running sync.WaitGroup
	err := run(ctx, s, &running)
	stop()
	running.Wait()
	if err != nil && !errors.Is(err, context.Canceled) {
		klog.Error(err)
		os.Exit(1)
	}
}

// The flags of flanneld but those of its etcd store; what the command line leaves out, FLANNELD_<FLAG> says.
func parse(args []string) *settings {
	s := &settings{}
	flags := flag.NewFlagSet("flanneld", flag.ExitOnError)
	flags.BoolVar(&s.version, "version", false, "print the version")
	flags.BoolVar(&s.kubeSubnetManager, "kube-subnet-mgr", false, "take leases from the Kubernetes API (the only store of this build)")
	flags.StringVar(&s.apiURL, "kube-api-url", "", "API server, outside a pod")
	flags.StringVar(&s.kubeconfig, "kubeconfig-file", "", "kubeconfig, outside a pod")
	flags.StringVar(&s.annotationPrefix, "kube-annotation-prefix", "flannel.alpha.coreos.com", "prefix of the node annotations")
	flags.StringVar(&s.networkConfig, "net-config-path", "/etc/kube-flannel/net-conf.json", "network configuration")
	flags.StringVar(&s.subnetFile, "subnet-file", "/run/flannel/subnet.env", "where the lease is written for the CNI plugin")
	flags.Var(&s.interfaces, "iface", "name or address of the interface between nodes, repeatable, first match wins")
	flags.Var(&s.interfacePatterns, "iface-regex", "the same as an expression, repeatable")
	flags.StringVar(&s.reachableFrom, "iface-can-reach", "", "take the interface that routes to this address")
	flags.StringVar(&s.publicIP, "public-ip", "", "address for other nodes")
	flags.StringVar(&s.publicIPv6, "public-ipv6", "", "IPv6 address for other nodes")
	flags.BoolVar(&s.masquerade, "ip-masq", false, "masquerade what leaves the pod network")
	flags.BoolVar(&s.plainMasquerade, "ip-masq-fully-random-disable", false, "masquerade without fully random ports")
	flags.BoolVar(&s.forward, "iptables-forward-rules", true, "accept forwarded pod traffic")
	flags.IntVar(&s.resyncSeconds, "iptables-resync", 5, "seconds between two looks at the rules")
	flags.BoolVar(&s.blackhole, "ip-blackhole-route", false, "black hole for the node's own pod subnet")
	flags.BoolVar(&s.setAvailable, "set-node-network-unavailable", true, "clear the node's NetworkUnavailable condition")
	flags.StringVar(&s.healthAddress, "healthz-ip", "0.0.0.0", "address of the health server")
	flags.IntVar(&s.healthPort, "healthz-port", 0, "port of the health server, 0 for none")
	logging := flag.NewFlagSet("klog", flag.ExitOnError)
	klog.InitFlags(logging)
	for _, name := range []string{"v", "vmodule", "log_backtrace_at"} {
		found := logging.Lookup(name)
		flags.Var(found.Value, found.Name, found.Usage)
	}
	_ = flags.Parse(args)
	given := map[string]bool{}
	flags.Visit(func(f *flag.Flag) { given[f.Name] = true })
	flags.VisitAll(func(f *flag.Flag) {
		variable := "FLANNELD_" + strings.ToUpper(strings.ReplaceAll(f.Name, "-", "_"))
		value := os.Getenv(variable)
		if given[f.Name] || value == "" {
			return
		}
		if err := flags.Set(f.Name, value); err != nil {
			klog.Errorf("%s: %v", variable, err)
		}
	})
	return s
}

func run(ctx context.Context, s *settings, running *sync.WaitGroup) error {
	if !s.kubeSubnetManager {
		return errors.New("this build stores leases in the Kubernetes API only: run it with --kube-subnet-mgr")
	}
	var ready atomic.Bool
	serveHealth(ctx, s, &ready, running)
	manager, err := kube.NewSubnetManager(ctx, s.apiURL, s.kubeconfig, s.annotationPrefix, s.networkConfig, s.setAvailable)
	if err != nil {
		if os.Getenv("CONT_WHEN_CACHE_NOT_READY") != "true" || !errors.Is(err, context.DeadlineExceeded) {
			return fmt.Errorf("cannot take leases from the Kubernetes API: %w", err)
		}
		klog.Warning("the cache of nodes is not ready; going on as told")
	}
	config, err := networkConfig(ctx, manager)
	if err != nil {
		return err
	}
	if err := bridgesAreFiltered(config); err != nil {
		return err
	}
	link, err := outerInterface(ctx, s, manager, config)
	if err != nil {
		return err
	}
	kind, err := backend.NewManager(ctx, manager, link).GetBackend(config.BackendType)
	if err != nil {
		return fmt.Errorf("no back end %q: %w", config.BackendType, err)
	}
	network, err := kind.RegisterNetwork(ctx, running, config)
	if err != nil {
		return fmt.Errorf("cannot register the network: %w", err)
	}
	if err := setUpRules(ctx, s, config, network); err != nil {
		return err
	}
	lease := network.Lease()
	if err := manager.HandleSubnetFile(s.subnetFile, config, s.masquerade, lease.Subnet, lease.IPv6Subnet, network.MTU()); err != nil {
		klog.Warningf("cannot write %s: %v", s.subnetFile, err)
	} else {
		klog.Infof("wrote %s", s.subnetFile)
		ready.Store(true)
	}
	ended := make(chan struct{})
	running.Go(func() {
		defer close(ended)
		network.Run(ctx)
	})
	if err := manager.CompleteLease(ctx, lease, running); err != nil {
		return err
	}
	// The lease is complete at once; the network is there for as long as its back end runs.
	<-ended
	if err := ctx.Err(); err != nil {
		return err
	}
	return errors.New("the back end has ended")
}

func networkConfig(ctx context.Context, manager subnet.Manager) (*subnet.Config, error) {
	for {
		config, err := manager.GetNetworkConfig(ctx)
		if err == nil && config != nil {
			return config, nil
		}
		klog.Errorf("no network configuration yet: %v", err)
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(time.Second):
		}
	}
}

// Without br_netfilter, iptables does not see traffic between pods of one node, and Services do not work for it.
func bridgesAreFiltered(config *subnet.Config) error {
	if config.EnableNFTables {
		return nil
	}
	wanted := map[string]bool{"bridge-nf-call-iptables": config.EnableIPv4, "bridge-nf-call-ip6tables": config.EnableIPv6}
	for name, needed := range wanted {
		if _, err := os.Stat("/proc/sys/net/bridge/" + name); needed && os.IsNotExist(err) {
			return fmt.Errorf("the kernel module br_netfilter is not loaded: %w", err)
		}
	}
	return nil
}

func outerInterface(ctx context.Context, s *settings, manager subnet.Manager, config *subnet.Config) (*backend.ExternalInterface, error) {
	stack, err := ipmatch.GetIPFamily(config.EnableIPv4, config.EnableIPv6)
	if err != nil {
		return nil, err
	}
	public := ipmatch.PublicIPOpts{PublicIP: s.publicIP, PublicIPv6: s.publicIPv6}
	if v4, v6 := manager.GetStoredPublicIP(ctx); v4 != "" || v6 != "" {
		if v4 != "" {
			public.PublicIP = v4
		}
		if v6 != "" {
			public.PublicIPv6 = v6
		}
	}
	if len(s.interfaces) == 0 && len(s.interfacePatterns) == 0 && s.reachableFrom == "" {
		name := public.PublicIP
		if name == "" {
			name = public.PublicIPv6
		}
		return ipmatch.LookupExtIface(name, "", "", stack, public)
	}
	type question struct{ name, pattern, reach string }
	var questions []question
	for _, name := range s.interfaces {
		questions = append(questions, question{name: name})
	}
	for _, pattern := range s.interfacePatterns {
		questions = append(questions, question{pattern: pattern})
	}
	if s.reachableFrom != "" {
		questions = append(questions, question{reach: s.reachableFrom})
	}
	for _, q := range questions {
		found, err := ipmatch.LookupExtIface(q.name, q.pattern, q.reach, stack, public)
		if err == nil && found != nil {
			return found, nil
		}
		klog.Infof("no interface for %+v: %v", q, err)
	}
	return nil, errors.New("no interface matches --iface, --iface-regex or --iface-can-reach")
}

func setUpRules(ctx context.Context, s *settings, config *subnet.Config, network backend.Network) error {
	// what an earlier run with the other kind of rules left would act twice
	if err := rules(!config.EnableNFTables).CleanUp(ctx); err != nil {
		return fmt.Errorf("cannot remove rules of an earlier run: %w", err)
	}
	manager := rules(config.EnableNFTables)
	if err := manager.Init(ctx); err != nil {
		return fmt.Errorf("cannot set up rules: %w", err)
	}
	if s.masquerade {
		before := readSubnetFile(s.subnetFile)
		err := manager.SetupAndEnsureMasqRules(ctx,
			config.Network, before.v4("FLANNEL_SUBNET"), before.v4("FLANNEL_NETWORK"),
			config.IPv6Network, before.v6("FLANNEL_IPV6_SUBNET"), before.v6("FLANNEL_IPV6_NETWORK"),
			network.Lease(), s.resyncSeconds, s.plainMasquerade)
		if err != nil {
			return fmt.Errorf("cannot set up masquerading: %w", err)
		}
	}
	if s.forward {
		manager.SetupAndEnsureForwardRules(ctx, config.Network, config.IPv6Network, s.resyncSeconds)
	}
	if s.blackhole {
		go keepBlackholes(ctx, s, config, network)
	}
	return nil
}

func rules(useNFTables bool) trafficmngr.TrafficManager {
	if useNFTables {
		return &nftables.NFTablesManager{}
	}
	return &iptables.IPTablesManager{}
}

func keepBlackholes(ctx context.Context, s *settings, config *subnet.Config, network backend.Network) {
	ticker := time.NewTicker(time.Duration(s.resyncSeconds) * time.Second)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
		if config.EnableIPv4 {
			if err := ip.AddBlackholeV4Route(network.Lease().Subnet.ToIPNet()); err != nil {
				klog.Errorf("black hole: %v", err)
			}
		}
		if config.EnableIPv6 {
			if err := ip.AddBlackholeV6Route(network.Lease().IPv6Subnet.ToIPNet()); err != nil {
				klog.Errorf("black hole: %v", err)
			}
		}
	}
}

type subnetFile map[string]string

func readSubnetFile(path string) subnetFile {
	values := subnetFile{}
	text, err := os.ReadFile(path)
	if err != nil {
		return values
	}
	for line := range strings.Lines(string(text)) {
		if name, value, ok := strings.Cut(strings.TrimSpace(line), "="); ok {
			values[name] = value
		}
	}
	return values
}

// Only one network of an earlier run can be told from the present one.
func (f subnetFile) single(name string) *net.IPNet {
	if strings.Contains(f[name], ",") {
		return nil
	}
	_, network, err := net.ParseCIDR(f[name])
	if err != nil {
		return nil
	}
	return network
}

func (f subnetFile) v4(name string) ip.IP4Net {
	if network := f.single(name); network != nil {
		return ip.FromIPNet(network)
	}
	return ip.IP4Net{}
}

func (f subnetFile) v6(name string) ip.IP6Net {
	if network := f.single(name); network != nil {
		return ip.FromIP6Net(network)
	}
	return ip.IP6Net{IP: (*ip.IP6)(big.NewInt(0))}
}

func serveHealth(ctx context.Context, s *settings, ready *atomic.Bool, running *sync.WaitGroup) {
	if s.healthPort <= 0 {
		return
	}
	routes := http.NewServeMux()
	routes.HandleFunc("/healthz", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "flanneld is running") })
	routes.HandleFunc("/readyz", func(w http.ResponseWriter, _ *http.Request) {
		if !ready.Load() {
			http.Error(w, "flanneld has no lease yet", http.StatusServiceUnavailable)
			return
		}
		fmt.Fprint(w, "flanneld is ready")
	})
	server := &http.Server{Addr: net.JoinHostPort(s.healthAddress, strconv.Itoa(s.healthPort)), Handler: routes}
	running.Go(func() {
		if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			klog.Errorf("health server: %v", err)
		}
	})
	running.Go(func() {
		<-ctx.Done()
		_ = server.Close()
	})
}
