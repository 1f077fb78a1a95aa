using Microsoft.AspNetCore.Diagnostics;

namespace Serving;

#region problems
/// <summary>Answers rows that cannot be predicted, and requests that are no rows, with problem details.</summary>
internal sealed class Problems(IProblemDetailsService service) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellation)
    {
        var (status, title) = exception switch
        {
            UnknownCategoryException unknown => (StatusCodes.Status422UnprocessableEntity, $"{unknown.Column} is '{Excerpt.From(unknown.Category)}', which the model does not know."),
            ArgumentException => (StatusCodes.Status422UnprocessableEntity, "A value cannot be predicted from."),
            BadHttpRequestException bad => (bad.StatusCode, "The request holds no row."),
            _ => (0, ""),
        };
        if (status == 0)
            return false;
        context.Response.StatusCode = status;
        return await service.TryWriteAsync(new() { HttpContext = context, ProblemDetails = { Status = status, Title = title, Detail = exception is BadHttpRequestException { InnerException: { } inner } ? inner.Message : exception.Message } });
    }
}
#endregion
