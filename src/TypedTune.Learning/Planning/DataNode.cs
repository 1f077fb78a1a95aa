namespace TypedTune.Learning;

/// <summary>A node whose result is data: the fold's training rows and its validation rows, at one point of the pipeline.</summary>
/// <typeparam name="T">The data.</typeparam>
internal abstract class DataNode<T>(NodePlace place, string operation, object configuration, InputSize size, bool ownsRows = true, bool seesTargets = false)
    : PlanNode(place, operation, configuration, seesTargets), IDataNode
{
    private readonly int _ownRows = ownsRows ? place.Rows.Total : 0;

    /// <inheritdoc/>
    public InputSize Size { get; } = size;

    public override long EstimatedBytes => Estimate.ModelBytes + BytesOf(_ownRows, Size.Columns, typeof(T) == typeof(CategoryMatrix));

    public override long BytesOf(object result)
    {
        if (!ownsRows)
            return Estimate.ModelBytes;
        var data = ((DataResult<T>)result).Data;
        return Estimate.ModelBytes + BytesOf(data.Train) + BytesOf(data.Validation) + BytesOf(data.TrainAsNew);
    }

    private static long BytesOf(T? data) => data switch
    {
        FeatureMatrix numbers => BytesOf(numbers.RowCount, numbers.ColumnCount, areCategories: false),
        CategoryMatrix categories => BytesOf(categories.RowCount, categories.ColumnCount, areCategories: true),
        _ => 0,
    };

    private static long BytesOf(int rows, int columns, bool areCategories) => (long)rows * columns * (areCategories ? sizeof(int) : sizeof(double));
}
