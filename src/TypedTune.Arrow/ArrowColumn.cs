using Apache.Arrow;
using Apache.Arrow.Types;

namespace TypedTune.Arrow;

/// <summary>A column of several record batches.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type in the schema.</param>
/// <param name="Chunks">Its values, one piece a batch.</param>
internal sealed record ArrowColumn(string Name, IArrowType Type, IReadOnlyList<IArrowArray> Chunks)
{
    /// <summary>The number of values in all pieces.</summary>
    public int Length => Chunks.Sum(chunk => chunk.Length);

    /// <summary>The columns of batches of one schema.</summary>
    public static ArrowColumn[] From(Schema schema, IReadOnlyList<RecordBatch> batches) =>
        [.. schema.FieldsList.Select((field, place) => new ArrowColumn(field.Name, field.DataType, [.. batches.Select(batch => batch.Column(place))]))];
}
