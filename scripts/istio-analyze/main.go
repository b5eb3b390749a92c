// Istio's own checks of objects in a file, without a cluster: the part of `istioctl validate` and `istioctl analyze` that fixes
// can fall foul of. It links the analyzers that need neither a Kubernetes client nor the control plane, so it builds in two
// minutes of one core where istioctl takes four to thirteen of two.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"istio.io/api/annotation"
	"istio.io/istio/pkg/config"
	"istio.io/istio/pkg/config/analysis"
	"istio.io/istio/pkg/config/analysis/analyzers/authn"
	"istio.io/istio/pkg/config/analysis/analyzers/authz"
	"istio.io/istio/pkg/config/analysis/analyzers/conditions"
	"istio.io/istio/pkg/config/analysis/analyzers/deployment"
	"istio.io/istio/pkg/config/analysis/analyzers/deprecation"
	"istio.io/istio/pkg/config/analysis/analyzers/injection"
	"istio.io/istio/pkg/config/analysis/analyzers/service"
	"istio.io/istio/pkg/config/analysis/analyzers/serviceentry"
	"istio.io/istio/pkg/config/analysis/analyzers/sidecar"
	"istio.io/istio/pkg/config/analysis/analyzers/virtualservice"
	"istio.io/istio/pkg/config/analysis/diag"
	"istio.io/istio/pkg/config/resource"
)

var analyzers = analysis.Combine("fixes",
	&authn.BlockedCIDRsAnalyzer{},
	&authz.AuthorizationPoliciesAnalyzer{},
	&conditions.ConditionAnalyzer{},
	&deployment.ServiceAssociationAnalyzer{},
	&deployment.ApplicationUIDAnalyzer{},
	&deprecation.FieldAnalyzer{},
	&injection.Analyzer{},
	&service.PortNameAnalyzer{},
	&serviceentry.ProtocolAddressesAnalyzer{},
	&serviceentry.ConflictingServiceEntryProtocolAnalyzer{},
	&sidecar.SelectorAnalyzer{},
	&virtualservice.ConflictingMeshGatewayHostsAnalyzer{},
	&virtualservice.DestinationHostAnalyzer{},
	&virtualservice.DestinationRuleAnalyzer{},
	&virtualservice.GatewayAnalyzer{},
)

func main() {
	objects, err := read(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	cluster := &world{instances: map[config.GroupVersionKind][]*resource.Instance{}}
	invalid := []string{}
	for _, object := range objects {
		invalid = append(invalid, object.problems()...)
		cluster.add(object)
	}
	analyzers.Analyze(cluster)
	complaints := []map[string]any{}
	for _, message := range cluster.messages {
		complaints = append(complaints, message.Unstructured(true))
	}
	_ = json.NewEncoder(os.Stdout).Encode(map[string]any{"invalid": invalid, "complaints": complaints})
}

// Documents of JSON, three hyphens between them.
func read(path string) ([]*object, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	objects := []*object{}
	for _, document := range strings.Split(string(text), "\n---\n") {
		object, err := decode([]byte(document))
		if err != nil {
			return nil, fmt.Errorf("%w in %s", err, document)
		}
		objects = append(objects, object)
	}
	return objects, nil
}

// What is known of the cluster, as the analyzers ask for it.
type world struct {
	instances map[config.GroupVersionKind][]*resource.Instance
	messages  diag.Messages
}

func (c *world) add(o *object) {
	c.instances[o.kind] = append(c.instances[o.kind], o.instance())
}

func (c *world) Report(_ config.GroupVersionKind, message diag.Message) { c.messages.Add(message) }
func (c *world) Canceled() bool                                         { return false }
func (c *world) SetAnalyzer(string)                                     {}

func (c *world) Find(kind config.GroupVersionKind, name resource.FullName) *resource.Instance {
	for _, instance := range c.instances[kind] {
		if instance.Metadata.FullName == name {
			return instance
		}
	}
	return nil
}

func (c *world) Exists(kind config.GroupVersionKind, name resource.FullName) bool {
	return c.Find(kind, name) != nil
}

func (c *world) ForEach(kind config.GroupVersionKind, visit analysis.IteratorFn) {
	for _, instance := range c.instances[kind] {
		if !visit(instance) {
			return
		}
	}
}

// Annotations of Istio's that it does not know, or not on pods: its own analyzer for them needs the whole control plane.
func unknownAnnotations(annotations map[string]string) []string {
	unknown := []string{}
	for name := range annotations {
		if strings.Contains(name, "istio.io/") && !isForPods(name) {
			unknown = append(unknown, "unknown annotation "+name)
		}
	}
	return unknown
}

func isForPods(name string) bool {
	for _, known := range annotation.AllResourceAnnotations() {
		if known.Name != name {
			continue
		}
		for _, resource := range known.Resources {
			if resource == annotation.Pod {
				return true
			}
		}
	}
	return false
}
