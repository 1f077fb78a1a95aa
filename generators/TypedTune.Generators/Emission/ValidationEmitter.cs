using TypedTune.Generators.Model;

namespace TypedTune.Generators.Emission;

/// <summary>Emits the check of every value against its declared bounds.</summary>
internal static class ValidationEmitter
{
    // string ITunable.Name => "Geo";
    // void ITunable.Validate() { new Bounds(…).Check(Clusters, "Geo.Clusters"); … }
    public static void Emit(CodeWriter writer, ComponentModel component)
    {
        string name = component.Type.Name;
        writer.Unseen().Line($"string global::TypedTune.ITunable.Name => {CodeWriter.Literal(name)};").Line();
        writer.Unseen().Open("void global::TypedTune.ITunable.Validate()");
        foreach (var parameter in component.Parameters)
        {
            string value = $"this.{parameter.Name}";
            string path = CodeWriter.Literal($"{name}.{parameter.Path}");
            if (parameter.Kind is ParameterKind.Nested or ParameterKind.OneOf)
                writer.Line($"(({value}) as global::TypedTune.ITunable)?.Validate();");
            else if (parameter.Bounds.AreDeclared && parameter.IsNullable)
                writer.Line($"if ({value}.HasValue)").Continued($"{SpaceEmitter.BoundsOf(parameter.Bounds)}.Check({value}.GetValueOrDefault(), {path});");
            else if (parameter.Bounds.AreDeclared)
                writer.Line($"{SpaceEmitter.BoundsOf(parameter.Bounds)}.Check({value}, {path});");
        }

        writer.Close().Line();
    }
}
