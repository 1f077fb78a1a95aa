using System.Text.Json;

namespace TypedTune.Learning;

/// <summary>Trees and forests as JSON; see <see cref="IPersistentModel{TSelf}"/>.</summary>
/// <remarks>
/// A tree holds lists of equal length, a number a node: <c>columns</c> (−1 in a leaf), <c>values</c> (a threshold, "Infinity" or "-Infinity"
/// where missing values alone are parted from all others; a leaf's prediction, in a classification its class or −1 less the place of
/// its distribution), <c>left</c> (the left child; the right one is the next), <c>missingRight</c> (1 or 0) and <c>weights</c>.
/// A quantile forest holds its <c>targets</c>, upwards, and for each tree the <c>places</c> of those in its leaves among them, their
/// <c>weights</c>, and where those of each node start.
/// </remarks>
internal static class ForestJson
{
    /// <summary>Writes a document.</summary>
    public static void Write(Stream stream, ForestDocument document)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new Utf8JsonWriter(stream);
        writer.WriteStartObject();
        document.WriteHeader(writer);
        writer.WriteStartArray("trees");
        foreach (var tree in document.Trees)
            Write(writer, tree);
        writer.WriteEndArray();
        if (document.Leaves is { } leaves)
            Write(writer, leaves);
        writer.WriteEndObject();
    }

    /// <summary>Reads a document.</summary>
    /// <param name="stream">Where from.</param>
    /// <param name="defaults">A configuration of the kind of model that is expected.</param>
    /// <exception cref="InvalidDataException">There is none, or of another kind, or it is damaged.</exception>
    public static ForestDocument Read(Stream stream, TreeConfiguration defaults)
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            using var json = JsonDocument.Parse(stream);
            var (document, count) = ForestDocument.ReadHeader(json.RootElement, defaults);
            GrownTree[] trees = [.. json.RootElement.GetProperty("trees").EnumerateArray().Select(tree => TreeChecks.Checked(ReadTree(tree, document.Features), document))];
            if (document.Configuration.KeepsLeafTargets)
                document = document with { Leaves = TreeChecks.Checked(ReadLeaves(json.RootElement), trees) };
            return trees.Length == count ? document with { Trees = trees } : throw new InvalidDataException($"The model is damaged: it says that it has {count} trees, but holds {trees.Length}.");
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"This is no model, or a damaged one: {ExceptionMessage.From(exception)}", exception);
        }
    }

    private static void Write(Utf8JsonWriter writer, GrownTree tree)
    {
        writer.WriteStartObject();
        WriteList(writer, "columns", tree.Nodes, node => writer.WriteNumberValue(node.IsLeaf ? -1 : node.Column));
        WriteList(writer, "values", tree.Nodes, node => WriteNumber(writer, node.Value));
        WriteList(writer, "left", tree.Nodes, node => writer.WriteNumberValue(node.Left));
        WriteList(writer, "missingRight", tree.Nodes, node => writer.WriteNumberValue(!node.IsLeaf && node.SendsMissingRight ? 1 : 0));
        WriteList(writer, "weights", tree.NodeWeights, weight => writer.WriteNumberValue(weight));
        WriteList(writer, "impurityDecreases", tree.ImpurityDecreases, decrease => WriteNumber(writer, decrease));
        WriteList(writer, "distributions", tree.Distributions, share => writer.WriteNumberValue(share));
        WriteList(writer, "categorySets", tree.CategorySets, word => writer.WriteNumberValue(word));
        writer.WriteEndObject();
    }

    private static GrownTree ReadTree(JsonElement tree, FeatureNames features)
    {
        int[] columns = ReadList(tree, "columns", item => item.GetInt32());
        double[] values = ReadList(tree, "values", ReadNumber);
        int[] left = ReadList(tree, "left", item => item.GetInt32());
        int[] missingRight = ReadList(tree, "missingRight", item => item.GetInt32());
        float[] weights = ReadList(tree, "weights", item => item.GetSingle());
        double[] decreases = ReadList(tree, "impurityDecreases", ReadNumber);
        double[] distributions = ReadList(tree, "distributions", item => item.GetDouble());
        ulong[] sets = ReadList(tree, "categorySets", item => item.GetUInt64());
        if (values.Length != columns.Length || left.Length != columns.Length || missingRight.Length != columns.Length || weights.Length != columns.Length)
            throw new FormatException("the lists of a tree differ in length.");
        var nodes = new TreeNode[columns.Length];
        for (int node = 0; node < nodes.Length; node++)
        {
            if (columns[node] < -1 || columns[node] >= features.Count)
                throw new FormatException("a node names a column that does not exist.");
            nodes[node] = columns[node] < 0 ? new TreeNode(values[node], left[node], 0)
                : features.Levels(columns[node]) is null ? TreeNode.NumberSplit(columns[node], values[node], left[node], missingRight[node] != 0)
                : TreeNode.CategorySplit(columns[node], values[node], left[node], missingRight[node] != 0);
        }

        return new GrownTree(nodes, weights, 0, decreases, distributions, sets, null);
    }

    private static void Write(Utf8JsonWriter writer, LeafTargets leaves)
    {
        WriteList(writer, "targets", leaves.Sorted, target => writer.WriteNumberValue(target));
        WriteList(writer, "leaves", [.. leaves.Trees], tree =>
        {
            writer.WriteStartObject();
            WriteList(writer, "starts", tree.Starts, start => writer.WriteNumberValue(start));
            WriteList(writer, "places", tree.Ranks, rank => writer.WriteNumberValue(rank));
            WriteList(writer, "weights", tree.Weights, weight => writer.WriteNumberValue(weight));
            writer.WriteEndObject();
        });
    }

    private static LeafTargets ReadLeaves(JsonElement json) => new(
        ReadList(json, "targets", item => item.GetDouble()),
        ReadList(json, "leaves", tree => new LeafTargets.OfTree(
            ReadList(tree, "starts", item => item.GetInt32()),
            ReadList(tree, "places", item => item.GetInt32()),
            ReadList(tree, "weights", item => item.GetSingle()))));

    private static void WriteList<T>(Utf8JsonWriter writer, string name, T[] items, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
            write(item);
        writer.WriteEndArray();
    }

    private static T[] ReadList<T>(JsonElement tree, string name, Func<JsonElement, T> read) => [.. tree.GetProperty(name).EnumerateArray().Select(read)];

    private static void WriteNumber(Utf8JsonWriter writer, double value)
    {
        if (double.IsFinite(value))
            writer.WriteNumberValue(value);
        else
            writer.WriteStringValue(value > 0 ? "Infinity" : "-Infinity");
    }

    private static double ReadNumber(JsonElement value) => value.ValueKind != JsonValueKind.String ? value.GetDouble()
        : value.ValueEquals("Infinity") ? double.PositiveInfinity
        : value.ValueEquals("-Infinity") ? double.NegativeInfinity
        : throw new FormatException($"'{Excerpt.FromObject(value)}' is no number.");
}
