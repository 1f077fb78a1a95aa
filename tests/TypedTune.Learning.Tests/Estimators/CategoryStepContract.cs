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

    protected static IEnumerable<Categories> Columns(CategoryMatrix rows) => Enumerable.Range(0, rows.ColumnCount).Select(rows.Column);
}
