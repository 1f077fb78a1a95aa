namespace TypedTune.Generators.Tests.Robustness;

/// <summary>Where a type of a random source stands: in a namespace, the global one, or inside other types.</summary>
/// <param name="Prefix">What stands before its name where others refer to it.</param>
/// <param name="Open">What stands before its declaration.</param>
/// <param name="Close">What stands behind it.</param>
/// <param name="IsNested">Whether it is inside a type.</param>
internal sealed record RandomPlace(string Prefix, string Open, string Close, bool IsNested)
{
    private static readonly string[] Namespaces = ["", "", "N", "A.B", "a.b", "Größe", "@namespace.@class", "Mine.TypedTune.Learning", "N.System"];

    private static readonly string[] Outers =
        ["", "", "", "public static partial class Outer", "public partial record Holder", "public partial record struct Around", "public partial struct @struct", "public partial interface IOuter", "public abstract partial class Box<T>", "public sealed partial record Pair<TRoot, T>"];

    /// <summary>A place that no other type of the source shares.</summary>
    public static RandomPlace Of(Dice dice, int number)
    {
        string space = dice.Pick(Namespaces);
        string outer = dice.Pick(Outers);
        string open = space.Length == 0 ? "" : $"namespace {space} {{ ";
        string close = space.Length == 0 ? "" : " }";
        string prefix = space.Length == 0 ? "global::" : $"global::{space}.";
        if (outer.Length == 0)
            return new RandomPlace(prefix, open, close, IsNested: false);

        // Outer types of one number only, so that their kinds never contradict each other.
        string generic = outer.Contains('<', StringComparison.Ordinal) ? outer[outer.IndexOf('<', StringComparison.Ordinal)..] : "";
        string keywords = outer[..^generic.Length];
        string name = $"{keywords[(keywords.LastIndexOf(' ') + 1)..]}{number}";
        string arguments = generic.Length == 0 ? "" : generic.Contains(',', StringComparison.Ordinal) ? "<int, string>" : "<int>";
        return new RandomPlace($"{prefix}{name}{arguments}.", $"{open}{keywords}{number}{generic} {{ ", $" }}{close}", IsNested: true);
    }
}
