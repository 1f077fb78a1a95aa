namespace TypedTune.Learning.Tests;

/// <summary>What every step on categories promises.</summary>
public abstract class CategoryStepContract<TOutput> : StepContract<CategoryMatrix, TOutput>
{
    protected override CategoryMatrix TrainingRows() => new(
        new FeatureNames("OceanProximity"),
        Categories.From(["INLAND", "NEAR BAY", "ISLAND", "INLAND", "INLAND"]));

    protected override CategoryMatrix Renamed(CategoryMatrix rows) => new(FeatureNames.Numbered(rows.ColumnCount), Columns(rows));

    protected override InputSize Size(CategoryMatrix rows) => new(rows.RowCount, rows.ColumnCount, Columns(rows).Sum(column => column.Levels.Count));

    protected override CategoryMatrix TakeRows(CategoryMatrix rows, int[] indices) => new(rows.Names, Columns(rows).Select(column => column.TakeRows(indices)));

    protected override IEnumerable<object?> RowContents(IFittedStep<CategoryMatrix, TOutput> fitted, CategoryMatrix rows, int row)
    {
        string?[] values = [.. Columns(rows).Select(column => column[row])];
        if (fitted is IFittedStep<CategoryMatrix, FeatureMatrix> encoder)
        {
            var numbers = new double[fitted.FeatureNames.Count];
            RowPrediction.Transform(encoder, values, rows.Names, numbers);
            return numbers.Cast<object?>();
        }

        var categories = new string?[fitted.FeatureNames.Count];
        RowPrediction.Transform((IFittedStep<CategoryMatrix, CategoryMatrix>)fitted, values, rows.Names, categories);
        return categories;
    }

    protected static IEnumerable<Categories> Columns(CategoryMatrix rows) => Enumerable.Range(0, rows.ColumnCount).Select(rows.Column);
}
