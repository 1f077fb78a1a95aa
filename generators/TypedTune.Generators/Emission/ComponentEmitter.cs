using TypedTune.Generators.Model;

namespace TypedTune.Generators.Emission;

/// <summary>Emits everything that a tunable type is extended with.</summary>
internal static class ComponentEmitter
{
    public static string Emit(ComponentModel component)
    {
        var bases = new List<string> { "global::TypedTune.ITunable" };
        if (component.Configuration is not null)
            bases.Add(ConfigurationEmitter.Interface);
        if (component.Flow is { } flow)
            bases.AddRange(FlowEmitter.Bases(component.Type, flow));
        return TypeEmitter.Emit(component.Type, bases, writer =>
        {
            SpaceEmitter.Emit(writer, component);
            ValidationEmitter.Emit(writer, component);
            if (component.Configuration is not null)
                ConfigurationEmitter.Emit(writer, component.Configuration);
            if (component.ComparedProperties.Count > 0)
                EqualityEmitter.Emit(writer, component);
            if (component.Flow is not null)
                FlowEmitter.Emit(writer, component, component.Flow);
        });
    }
}
