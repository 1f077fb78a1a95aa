using TypedTune.Generators.Model;

namespace TypedTune.Generators.Emission;

/// <summary>Emits value equality for a class, by which equal configurations are recognised.</summary>
internal static class EqualityEmitter
{
    public static void Emit(CodeWriter writer, ComponentModel component)
    {
        string type = component.Type.FullName;
        var compared = component.ComparedProperties.Select(name =>
            $"global::System.Collections.Generic.EqualityComparer<object?>.Default.Equals(this.{name}, other.{name})");
        writer.Summary("Whether all settable properties are equal: configurations are values.").Unseen()
            .Line($"public override bool Equals(object? obj) => obj is {type} other && obj.GetType() == this.GetType()").Continued($"&& {string.Join(" && ", compared)};").Line();
        writer.Line("/// <inheritdoc/>").Unseen().Open("public override int GetHashCode()");
        writer.Line("global::System.HashCode hash = new global::System.HashCode();");
        foreach (string name in component.ComparedProperties)
            writer.Line($"hash.Add(this.{name});");
        writer.Line("return hash.ToHashCode();").Close().Line();
    }
}
