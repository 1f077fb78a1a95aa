using System.Text.Json;

namespace TypedTune;

/// <summary>Lists the values that a space keeps fixed: those in the canonical text of its root, without the hyperparameters that it varies.</summary>
internal static class FixedHyperparameters
{
    // What a study and a configuration's text call parts of their own.
    private static readonly string[] s_taken = ["type", "version", "direction", "sampler", "seed", "pruner", "evaluation"];

    /// <summary>A part for each fixed value, named after its path, and one that names the hyperparameters that are varied.</summary>
    /// <param name="space">The space. Where its configurations have no text, what it fixes cannot be told.</param>
    public static IReadOnlyList<IdentityPart> PartsOf<T>(Space<T> space)
    {
        var varied = space.Parameters.Select(parameter => parameter.Path).ToHashSet(StringComparer.Ordinal);
        var parts = new List<IdentityPart> { new("list of hyperparameters that vary", string.Join(", ", varied.Order(StringComparer.Ordinal))) };
        if (TryWrite(space.Root) is not { } text)
            return parts;
        using var document = JsonDocument.Parse(text);
        Add(document.RootElement, "", "", varied, parts);
        return parts;
    }

    private static string? TryWrite<T>(T root)
    {
        try
        {
            return root is IConfiguration ? ConfigurationText.Write(root) : null;
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    private static void Add(JsonElement value, string path, string name, HashSet<string> varied, List<IdentityPart> parts)
    {
        if (varied.Contains(path) && path.Length > 0)
            return;
        if (value.ValueKind != JsonValueKind.Object)
        {
            parts.Add(new(name, value.GetRawText()));
            return;
        }

        foreach (var property in value.EnumerateObject())
        {
            string own = property.Name switch
            {
                ['$', .. var mark] => mark,
                var taken when s_taken.Contains(taken) => $"property {taken}",
                var free => free,
            };
            Add(property.Value, Join(path, property.Name), Join(name, own), varied, parts);
        }
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
