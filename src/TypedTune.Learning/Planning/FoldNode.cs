namespace TypedTune.Learning;

/// <summary>A node whose result is data: the fold's training rows and its validation rows, at one point of the pipeline.</summary>
/// <typeparam name="T">The data.</typeparam>
public abstract class FoldNode<T> : FitNode
{
    private protected FoldNode(string? step, int fold, FitNode[] inputs)
        : base(step, fold, inputs)
    {
    }

    internal T? Train { get; private protected set; }

    internal T? Validation { get; private protected set; }

    /// <summary>How large the training part will be.</summary>
    internal InputSize Size { get; init; }

    /// <summary>How many rows there are in both parts; 0 where the data is another node's.</summary>
    internal int OwnRows { get; init; }

    internal override long EstimatedBytes => Estimate.ModelBytes + BytesOf(OwnRows, Size.Columns, typeof(T) == typeof(CategoryMatrix));

    internal override long Bytes => Estimate.ModelBytes + (OwnRows == 0 ? 0 : BytesOf(Train) + BytesOf(Validation));

    internal override void Release()
    {
        Train = default;
        Validation = default;
    }

    private static long BytesOf(T? data) => data switch
    {
        FeatureMatrix numbers => BytesOf(numbers.RowCount, numbers.ColumnCount, areCategories: false),
        CategoryMatrix categories => BytesOf(categories.RowCount, categories.ColumnCount, areCategories: true),
        _ => 0,
    };

    private static long BytesOf(int rows, int columns, bool areCategories) => (long)rows * columns * (areCategories ? sizeof(int) : sizeof(double));
}
