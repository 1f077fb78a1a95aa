using System.Buffers;
using System.ComponentModel;

namespace TypedTune.Learning;

/// <summary>Takes one row through fitted steps; called by generated code. A step that does not map rows by itself gets a matrix of one row.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RowPrediction
{
    /// <summary>The longest row, in values, that generated code keeps on the stack.</summary>
    public const int OnStack = 256;

    /// <summary>Maps a row of numbers to numbers.</summary>
    /// <param name="step">The step.</param>
    /// <param name="row">A value a column.</param>
    /// <param name="names">The columns.</param>
    /// <param name="output">The mapped row.</param>
    public static void Transform(IFittedStep<FeatureMatrix, FeatureMatrix> step, ReadOnlySpan<double> row, FeatureNames names, Span<double> output)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (step is IFittedRowStep<double, double> byRow)
            byRow.TransformRow(row, names, output);
        else
            CopyRow(step.Transform(Matrix(row, names)), output);
    }

    /// <summary>Maps a row of categories to numbers.</summary>
    /// <inheritdoc cref="Transform(IFittedStep{FeatureMatrix, FeatureMatrix}, ReadOnlySpan{double}, FeatureNames, Span{double})"/>
    public static void Transform(IFittedStep<CategoryMatrix, FeatureMatrix> step, ReadOnlySpan<string?> row, FeatureNames names, Span<double> output)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (step is IFittedRowStep<string?, double> byRow)
            byRow.TransformRow(row, names, output);
        else
            CopyRow(step.Transform(Matrix(row, names)), output);
    }

    /// <summary>Maps a row of categories to categories.</summary>
    /// <inheritdoc cref="Transform(IFittedStep{FeatureMatrix, FeatureMatrix}, ReadOnlySpan{double}, FeatureNames, Span{double})"/>
    public static void Transform(IFittedStep<CategoryMatrix, CategoryMatrix> step, ReadOnlySpan<string?> row, FeatureNames names, Span<string?> output)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (step is IFittedRowStep<string?, string?> byRow)
        {
            byRow.TransformRow(row, names, output);
            return;
        }

        var mapped = step.Transform(Matrix(row, names));
        for (int column = 0; column < output.Length; column++)
            output[column] = mapped.Column(column)[0];
    }

    /// <summary>Maps a whole row to numbers.</summary>
    /// <typeparam name="TRow">The row type.</typeparam>
    /// <param name="step">The step.</param>
    /// <param name="row">The row.</param>
    /// <param name="output">The mapped row.</param>
    public static void TransformRow<TRow>(IFittedStep<Table<TRow>, FeatureMatrix> step, TRow row, Span<double> output)
        where TRow : IRow<TRow>
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(row);
        if (step is IFittedRowFeatures<TRow> byRow)
            byRow.TransformRow(row, output);
        else
            CopyRow(step.Transform(new Table<TRow>([row])), output);
    }

    /// <summary>Predicts a number.</summary>
    /// <param name="model">The model.</param>
    /// <param name="row">A value a column.</param>
    /// <param name="names">The columns.</param>
    public static double Predict(IFittedRegressor model, ReadOnlySpan<double> row, FeatureNames names)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model is IFittedRowRegressor byRow ? byRow.PredictRow(row, names) : model.Predict(Matrix(row, names))[0];
    }

    /// <summary>Predicts a label.</summary>
    /// <inheritdoc cref="Predict(IFittedRegressor, ReadOnlySpan{double}, FeatureNames)"/>
    public static string Predict(IFittedClassifier model, ReadOnlySpan<double> row, FeatureNames names)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model is IFittedRowClassifier byRow
            ? byRow.PredictRow(row, names)
            : model.Predict(Matrix(row, names))[0] ?? throw new InvalidOperationException($"{model} predicts no label: it is missing.");
    }

    /// <summary>Predicts the probability of each label.</summary>
    /// <param name="model">The model, an <see cref="IFittedProbabilisticClassifier"/>.</param>
    /// <param name="row">A value a column.</param>
    /// <param name="names">The columns.</param>
    /// <exception cref="InvalidOperationException">The model predicts no probabilities.</exception>
    public static LabelProbabilities PredictProbabilities(IFittedClassifier model, ReadOnlySpan<double> row, FeatureNames names)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model is IFittedRowProbabilisticClassifier byRow)
            return byRow.PredictRowProbabilities(row, names);

        var predicted = ModelPredictions.Probabilities(model).PredictProbabilities(Matrix(row, names));
        return new LabelProbabilities(predicted.Names, predicted.AsColumnMajor().ToArray());
    }

    /// <summary>Changes the probabilities of one row.</summary>
    /// <param name="adjustment">The fitted adjustment.</param>
    /// <param name="probabilities">Of the classifier, or of the adjustment before.</param>
    public static LabelProbabilities Adjust(IFittedProbabilityAdjustment adjustment, LabelProbabilities probabilities)
    {
        ArgumentNullException.ThrowIfNull(adjustment);
        ArgumentNullException.ThrowIfNull(probabilities);
        var adjusted = adjustment.AdjustProbabilities(Matrix(probabilities));
        return new LabelProbabilities(adjusted.Names, adjusted.AsColumnMajor().ToArray());
    }

    /// <summary>Chooses the label of one row.</summary>
    /// <param name="adjustment">The last fitted adjustment.</param>
    /// <param name="probabilities">As it returned them.</param>
    /// <exception cref="InvalidOperationException">It chose none.</exception>
    public static string ChooseLabel(IFittedProbabilityAdjustment adjustment, LabelProbabilities probabilities)
    {
        ArgumentNullException.ThrowIfNull(adjustment);
        ArgumentNullException.ThrowIfNull(probabilities);
        return adjustment.ChooseLabels(Matrix(probabilities))[0] ?? throw new InvalidOperationException($"{adjustment} chose no label.");
    }

    /// <summary>Borrows room for a row of categories.</summary>
    /// <param name="count">The number of columns.</param>
    public static string?[] RentTexts(int count) => ArrayPool<string?>.Shared.Rent(count);

    /// <summary>Gives back what was borrowed.</summary>
    /// <param name="texts">What <see cref="RentTexts"/> gave.</param>
    public static void ReturnTexts(string?[] texts) => ArrayPool<string?>.Shared.Return(texts, clearArray: true);

    private static FeatureMatrix Matrix(LabelProbabilities probabilities) => FeatureMatrix.FromColumnMajor([.. probabilities.Values], 1, new FeatureNames(probabilities.Keys));

    /// <summary>A matrix of one row.</summary>
    internal static FeatureMatrix Matrix(ReadOnlySpan<double> row, FeatureNames names) => FeatureMatrix.FromColumnMajor(row.ToArray(), 1, names);

    /// <summary>A matrix of one row of categories.</summary>
    internal static CategoryMatrix Matrix(ReadOnlySpan<string?> row, FeatureNames names)
    {
        var columns = new Categories[row.Length];
        for (int column = 0; column < columns.Length; column++)
            columns[column] = Categories.From([row[column]]);
        return new CategoryMatrix(names, columns);
    }

    private static void CopyRow(FeatureMatrix matrix, Span<double> output)
    {
        for (int column = 0; column < output.Length; column++)
            output[column] = matrix[0, column];
    }
}
