package main

import (
	"bytes"
	"encoding/json"
	"fmt"

	"google.golang.org/protobuf/proto"
	networking "istio.io/api/networking/v1alpha3"
	security "istio.io/api/security/v1beta1"
	"istio.io/istio/pkg/cluster"
	"istio.io/istio/pkg/config"
	"istio.io/istio/pkg/config/resource"
	"istio.io/istio/pkg/config/schema/gvk"
	"istio.io/istio/pkg/config/validation"
	"istio.io/istio/pkg/util/protomarshal"
	apps "k8s.io/api/apps/v1"
	core "k8s.io/api/core/v1"
)

// One object of the file.
type object struct {
	kind config.GroupVersionKind
	meta config.Meta
	spec config.Spec
}

type envelope struct {
	APIVersion string `json:"apiVersion"`
	Kind       string `json:"kind"`
	Metadata   struct {
		Name        string            `json:"name"`
		Namespace   string            `json:"namespace"`
		Labels      map[string]string `json:"labels"`
		Annotations map[string]string `json:"annotations"`
	} `json:"metadata"`
	Spec json.RawMessage `json:"spec"`
}

// The kinds that fixes and the clusters of their tests are made of.
var specs = map[string]func() (config.GroupVersionKind, config.Spec){
	"v1/Namespace":       func() (config.GroupVersionKind, config.Spec) { return gvk.Namespace, &core.NamespaceSpec{} },
	"v1/Service":         func() (config.GroupVersionKind, config.Spec) { return gvk.Service, &core.ServiceSpec{} },
	"v1/Pod":             func() (config.GroupVersionKind, config.Spec) { return gvk.Pod, &core.PodSpec{} },
	"apps/v1/Deployment": func() (config.GroupVersionKind, config.Spec) { return gvk.Deployment, &apps.DeploymentSpec{} },
	"networking.istio.io/v1/ServiceEntry": func() (config.GroupVersionKind, config.Spec) {
		return gvk.ServiceEntry, &networking.ServiceEntry{}
	},
	"networking.istio.io/v1/DestinationRule": func() (config.GroupVersionKind, config.Spec) {
		return gvk.DestinationRule, &networking.DestinationRule{}
	},
	"networking.istio.io/v1/VirtualService": func() (config.GroupVersionKind, config.Spec) {
		return gvk.VirtualService, &networking.VirtualService{}
	},
	"networking.istio.io/v1/Gateway": func() (config.GroupVersionKind, config.Spec) {
		return gvk.Gateway, &networking.Gateway{}
	},
	"security.istio.io/v1/PeerAuthentication": func() (config.GroupVersionKind, config.Spec) {
		return gvk.PeerAuthentication, &security.PeerAuthentication{}
	},
}

// Fields that nobody knows are errors.
func decode(text []byte) (*object, error) {
	var envelope envelope
	if err := json.Unmarshal(text, &envelope); err != nil {
		return nil, err
	}
	make, known := specs[envelope.APIVersion+"/"+envelope.Kind]
	if !known {
		return nil, fmt.Errorf("unknown kind %s/%s", envelope.APIVersion, envelope.Kind)
	}
	kind, spec := make()
	if err := fill(envelope.Spec, spec); err != nil {
		return nil, err
	}
	metadata := envelope.Metadata
	meta := config.Meta{
		GroupVersionKind: kind,
		Name:             metadata.Name,
		Namespace:        metadata.Namespace,
		Labels:           metadata.Labels,
		Annotations:      metadata.Annotations,
	}
	return &object{kind: kind, meta: meta, spec: spec}, nil
}

func fill(text json.RawMessage, spec config.Spec) error {
	if len(text) == 0 {
		return nil
	}
	if message, isProto := spec.(proto.Message); isProto {
		return protomarshal.Unmarshal(text, message)
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	return decoder.Decode(spec)
}

var validators = map[config.GroupVersionKind]validation.ValidateFunc{
	gvk.ServiceEntry:       validation.ValidateServiceEntry,
	gvk.DestinationRule:    validation.ValidateDestinationRule,
	gvk.VirtualService:     validation.ValidateVirtualService,
	gvk.Gateway:            validation.ValidateGateway,
	gvk.PeerAuthentication: validation.ValidatePeerAuthentication,
}

// What Istio's webhook would say, warnings included.
func (o *object) problems() []string {
	problems := []string{}
	if validate, known := validators[o.kind]; known {
		warning, err := validate(config.Config{Meta: o.meta, Spec: o.spec})
		for _, problem := range []error{warning, err} {
			if problem != nil {
				problems = append(problems, o.meta.Name+": "+problem.Error())
			}
		}
	}
	if deployment, isDeployment := o.spec.(*apps.DeploymentSpec); isDeployment {
		problems = append(problems, unknownAnnotations(deployment.Template.Annotations)...)
	}
	return problems
}

func (o *object) instance() *resource.Instance {
	name := resource.NewFullName(resource.Namespace(o.meta.Namespace), resource.LocalName(o.meta.Name))
	metadata := resource.Metadata{FullName: name, Labels: o.meta.Labels, Annotations: o.meta.Annotations}
	return &resource.Instance{Metadata: metadata, Message: o.spec, Origin: origin{o}}
}

// Where a complaint says that the object is from.
type origin struct{ object *object }

func (o origin) FriendlyName() string          { return o.object.kind.Kind + " " + o.Comparator() }
func (o origin) Namespace() resource.Namespace { return resource.Namespace(o.object.meta.Namespace) }
func (o origin) Reference() resource.Reference { return nil }
func (o origin) FieldMap() map[string]int      { return nil }
func (o origin) Comparator() string            { return o.object.meta.Namespace + "/" + o.object.meta.Name }
func (o origin) ClusterName() cluster.ID       { return "" }
