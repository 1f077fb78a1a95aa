using System.Globalization;
using System.Text.Json;

namespace TypedTune.Learning;

/// <summary>What is saved of a tree or forest.</summary>
/// <param name="Configuration">What it was grown from; its type is the kind of model.</param>
/// <param name="Features">The columns.</param>
/// <param name="Classes">The labels; empty in a regression.</param>
/// <param name="Trees">The trees, without traits.</param>
internal sealed record ForestDocument(TreeConfiguration Configuration, FeatureNames Features, string[] Classes, GrownTree[] Trees)
{
    private const int Version = 2;

    /// <summary>What the leaves of a quantile forest hold; null in any other model.</summary>
    public LeafTargets? Leaves { get; init; }

    /// <summary>Writes all but the trees.</summary>
    public void WriteHeader(Utf8JsonWriter writer)
    {
        writer.WriteString("kind", Configuration.EstimatorName);
        writer.WriteNumber("version", Version);
        writer.WritePropertyName("configuration");
        writer.WriteRawValue(ConfigurationText.Write(Configuration));
        writer.WriteStartArray("features");
        for (int column = 0; column < Features.Count; column++)
        {
            writer.WriteStartObject();
            writer.WriteString("name", Features[column]);
            if (Features.Levels(column) is { } levels)
                JsonTexts.Write(writer, "categories", levels);
            if (Features.KnowsSources)
                JsonTexts.Write(writer, "sources", Features.Sources(column));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        JsonTexts.Write(writer, "classes", Classes);
        writer.WriteNumber("treeCount", Trees.Length);
    }

    /// <summary>Reads all but the trees.</summary>
    /// <param name="header">The header.</param>
    /// <param name="defaults">A configuration of the kind of model that is expected.</param>
    /// <returns>The document without trees, and how many there are.</returns>
    /// <exception cref="InvalidDataException">It is of another kind or version, or says something impossible.</exception>
    public static (ForestDocument Document, int TreeCount) ReadHeader(JsonElement header, TreeConfiguration defaults)
    {
        try
        {
            string expected = defaults.EstimatorName;
            if (header.GetProperty("kind").GetString() is var kind && kind != expected)
                throw new InvalidDataException($"This is a {Excerpt.From(kind)}, not a {expected}.");
            if (header.GetProperty("version").GetInt32() is var version && version != Version)
                throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"The model is of version {version}, but only version {Version} can be read. {(version > Version ? "Update the package" : "Fit it again")}."));
            var configuration = ConfigurationText.Parse(header.GetProperty("configuration").GetRawText(), defaults);
            (configuration as ITunable)?.Validate();
            var features = FeatureNames.Concatenate([.. header.GetProperty("features").EnumerateArray().Select(ReadFeature)]);
            string[] classes = JsonTexts.Read(header.GetProperty("classes"));
            bool isSingle = configuration is not ForestConfiguration;
            int trees = header.GetProperty("treeCount").GetInt32();
            if (features.Count == 0 || trees < 1 || (isSingle && trees != 1))
                throw new InvalidDataException("The model has no columns, or an impossible number of trees.");
            return (new ForestDocument(configuration, features, classes, []), trees);
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new InvalidDataException($"The header of the model is damaged: {ExceptionMessage.From(exception)}", exception);
        }
    }

    private static FeatureNames ReadFeature(JsonElement feature)
    {
        string name = feature.GetProperty("name").GetString()!;
        var names = feature.TryGetProperty("categories", out var categories)
            ? FeatureNames.OfCategories([name], [JsonTexts.Read(categories)])
            : new FeatureNames(name);
        return feature.TryGetProperty("sources", out var sources) ? names.MadeOf(new FeatureNames(JsonTexts.Read(sources))) : names;
    }
}
