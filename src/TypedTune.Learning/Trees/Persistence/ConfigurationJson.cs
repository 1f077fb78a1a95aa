using System.Text.Json;

namespace TypedTune.Learning;

/// <summary>The hyperparameters of trees and forests in JSON, without reflection.</summary>
internal static class ConfigurationJson
{
    /// <summary>Writes all hyperparameters.</summary>
    public static void Write(Utf8JsonWriter writer, TreeConfiguration configuration)
    {
        if (configuration is ForestConfiguration forest)
        {
            writer.WriteNumber("trees", forest.Trees);
            WriteSampling(writer, forest.Sampling);
        }

        switch (configuration)
        {
            case RandomForestRegressor { Criterion: var criterion }:
                writer.WriteString("criterion", criterion.ToString());
                break;
            case QuantileForestRegressor { Criterion: var criterion }:
                writer.WriteString("criterion", criterion.ToString());
                break;
            case DecisionTreeRegressor { Criterion: var criterion }:
                writer.WriteString("criterion", criterion.ToString());
                break;
            case RandomForestClassifier { Criterion: var criterion, ClassWeights: var weights }:
                writer.WriteString("criterion", criterion.ToString());
                weights.Write(writer, "classWeights");
                break;
            case DecisionTreeClassifier { Criterion: var criterion, ClassWeights: var weights }:
                writer.WriteString("criterion", criterion.ToString());
                weights.Write(writer, "classWeights");
                break;
        }

        configuration.MaxFeatures.Write(writer, "maxFeatures");
        WriteOptional(writer, "maxDepth", configuration.MaxDepth);
        WriteOptional(writer, "maxLeaves", configuration.MaxLeaves);
        WriteRows(writer, "minRowsToSplit", configuration.MinRowsToSplit);
        WriteRows(writer, "minRowsInLeaf", configuration.MinRowsInLeaf);
        writer.WriteNumber("minLeafWeightFraction", configuration.MinLeafWeightFraction);
        writer.WriteNumber("minImpurityDecrease", configuration.MinImpurityDecrease);
        writer.WriteNumber("pruningStrength", configuration.PruningStrength);
        configuration.MonotoneConstraints.Write(writer, "monotoneConstraints");
        writer.WriteString("splitRule", configuration.SplitRule.ToString());
        writer.WriteString("bins", configuration.Bins.ToString());
        writer.WriteNumber("valueTolerance", configuration.ValueTolerance);
        writer.WriteNumber("seed", configuration.Seed);
    }

    /// <summary>Reads hyperparameters.</summary>
    /// <param name="json">What <see cref="Write"/> wrote.</param>
    /// <param name="defaults">What is left out keeps its value from here.</param>
    /// <exception cref="FormatException">A hyperparameter is unknown or has an illegal value.</exception>
    public static TreeConfiguration Read(JsonElement json, TreeConfiguration defaults)
    {
        var configuration = defaults;
        foreach (var item in json.EnumerateObject())
            configuration = With(configuration, item.Name, item.Value);
        (configuration as ITunable)?.Validate();
        return configuration;
    }

    private static TreeConfiguration With(TreeConfiguration configuration, string name, JsonElement value) => (name, configuration) switch
    {
        ("trees", ForestConfiguration forest) => forest with { Trees = value.GetInt32() },
        ("sampling", ForestConfiguration forest) => forest with { Sampling = ReadSampling(value) },
        ("criterion", RandomForestRegressor forest) => forest with { Criterion = ReadName<RegressionCriterion>(value) },
        ("criterion", QuantileForestRegressor forest) => forest with { Criterion = ReadName<RegressionCriterion>(value) },
        ("criterion", DecisionTreeRegressor tree) => tree with { Criterion = ReadName<RegressionCriterion>(value) },
        ("criterion", RandomForestClassifier forest) => forest with { Criterion = ReadName<ClassificationCriterion>(value) },
        ("criterion", DecisionTreeClassifier tree) => tree with { Criterion = ReadName<ClassificationCriterion>(value) },
        ("classWeights", RandomForestClassifier forest) => forest with { ClassWeights = ClassWeights.Read(value) },
        ("classWeights", DecisionTreeClassifier tree) => tree with { ClassWeights = ClassWeights.Read(value) },
        ("maxFeatures", _) => configuration with { MaxFeatures = MaxFeatures.Read(value) },
        ("maxDepth", _) => configuration with { MaxDepth = ReadOptional(value) },
        ("maxLeaves", _) => configuration with { MaxLeaves = ReadOptional(value) },
        ("minRowsToSplit", _) => configuration with { MinRowsToSplit = ReadRows(value) },
        ("minRowsInLeaf", _) => configuration with { MinRowsInLeaf = ReadRows(value) },
        ("minLeafWeightFraction", _) => configuration with { MinLeafWeightFraction = value.GetDouble() },
        ("minImpurityDecrease", _) => configuration with { MinImpurityDecrease = value.GetDouble() },
        ("pruningStrength", _) => configuration with { PruningStrength = value.GetDouble() },
        ("monotoneConstraints", _) => configuration with { MonotoneConstraints = MonotoneConstraints.Read(value) },
        ("splitRule", _) => configuration with { SplitRule = ReadName<SplitRule>(value) },
        ("bins", _) => configuration with { Bins = ReadName<SplitBins>(value) },
        ("valueTolerance", _) => configuration with { ValueTolerance = value.GetDouble() },
        ("seed", _) => configuration with { Seed = value.GetInt32() },
        _ => throw new FormatException($"The configuration has an unknown hyperparameter '{name}'."),
    };

    private static void WriteSampling(Utf8JsonWriter writer, RowSampling sampling)
    {
        switch (sampling)
        {
            case Bootstrap { Rows: var rows }:
                writer.WriteStartObject("sampling");
                WriteRows(writer, "bootstrap", rows);
                writer.WriteEndObject();
                break;
            case Subsample { Rows: var rows }:
                writer.WriteStartObject("sampling");
                WriteRows(writer, "subsample", rows);
                writer.WriteEndObject();
                break;
            default:
                writer.WriteString("sampling", "everyRow");
                break;
        }
    }

    private static RowSampling ReadSampling(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String && value.ValueEquals("everyRow"))
            return new EveryRow();
        if (value.TryGetProperty("bootstrap", out var drawn))
            return new Bootstrap { Rows = ReadRows(drawn) };
        return new Subsample { Rows = ReadRows(value.GetProperty("subsample")) };
    }

    // A whole number counts rows; a share is an object, so that 1 and 1.0 are not mistaken for each other.
    private static void WriteRows(Utf8JsonWriter writer, string name, RowCount rows)
    {
        if (rows.Match(count => count, _ => 0) is > 0 and var whole)
        {
            writer.WriteNumber(name, whole);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteNumber("fraction", rows.Match(_ => 0, fraction => fraction));
        writer.WriteEndObject();
    }

    private static RowCount ReadRows(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number ? RowCount.Count(value.GetInt32()) : RowCount.Fraction(value.GetProperty("fraction").GetDouble());

    private static void WriteOptional(Utf8JsonWriter writer, string name, int? value)
    {
        if (value is { } number)
            writer.WriteNumber(name, number);
        else
            writer.WriteNull(name);
    }

    private static int? ReadOptional(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetInt32();

    private static T ReadName<T>(JsonElement value)
        where T : struct, Enum => Enum.TryParse(value.GetString(), out T name) && Enum.IsDefined(name)
            ? name
            : throw new FormatException($"'{value}' is no value of its hyperparameter.");
}
